from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from warraq.model import HttpResponse

FETCHED_AT = datetime(2026, 11, 23, 9, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture(scope="session")
def make_response() -> Callable[..., HttpResponse]:
    def make(
        body: bytes = b"<p>\xd8\xae\xd8\xa8\xd8\xb1</p>",
        url: str = "https://news.example/1",
        extra_head: bytes = b"",
        status: int = 200,
    ) -> HttpResponse:
        head = b"HTTP/1.1 %d OK\r\nContent-Type: text/html; charset=utf-8\r\n%s\r\n" % (status, extra_head)
        return HttpResponse(
            requested_url=url,
            final_url=url,
            status=status,
            request_head=b"GET /1 HTTP/1.1\r\nHost: news.example\r\n\r\n",
            response_head=head,
            headers=(("content-type", "text/html; charset=utf-8"),),
            body=body,
            ip_address="192.0.2.7",
            fetched_at=FETCHED_AT,
            elapsed_ms=12,
        )

    return make
