"""The words that reserve all rights, at the end of captions."""

RESERVED = (
    "all rights reserved",
    "alle rechte vorbehalten",
    "riproduzione riservata",
    "todos los derechos reservados",
    "todos os direitos reservados",
    "tous droits réservés",
    "tutti i diritti riservati",
)


def cut_reserved(text: str) -> str:
    """Return a caption without the words at its end that reserve all rights; unchanged where it says nothing else."""
    bare = text.rstrip(". )")
    words = next((words for words in RESERVED if bare[-len(words) :].lower() == words), None)
    return (bare[: -len(words)].rstrip(" -–—|©(/") or text) if words else text
