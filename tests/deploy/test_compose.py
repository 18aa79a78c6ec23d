"""docker-compose.yml keeps its promises: nothing off loopback, no secret inline, nothing that runs unwatched."""

import json
import os
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from warraq.settings import PROJECT, Settings, read_settings

Node = dict[str, Any]  # A mapping of a YAML document.

ONE_SHOT = frozenset({"airflow-init"})
SCHEMA = files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
# A tag says at least major.minor, so that a restart never brings another release.
PINNED = re.compile(r"[a-z/]+:\d+\.\d+(?:\.\d+)?(?:-[a-z0-9.]+)?")
SECRET_NAME = re.compile(r"PASSWORD|SECRET|FERNET|DSN|SQL_ALCHEMY_CONN")
CREDENTIALS = re.compile(r"://[^/\s]*:[^/\s]*@")
# What a container may be told of a secret: the file that holds it, or the command that prints that file.
SECRET_REFERENCE = re.compile(r"(?:cat )?/(?:run/secrets|tmp)/\w+(?:\.json)?")


@pytest.fixture(scope="module")
def compose() -> Node:
    document = yaml.safe_load((PROJECT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


@pytest.fixture(scope="module")
def services(compose: Node) -> Node:
    return dict(compose["services"])


def test_the_file_holds_to_the_compose_schema(compose: Node) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))

    faults = [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(compose)]

    assert faults == []


def test_the_schema_refuses_what_compose_would_refuse(compose: Node) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    wrong = {**compose, "services": {"postgres": {"image": "postgres:18.6-trixie", "port": ["5432"]}}}

    faults = [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(wrong)]

    assert len(faults) == 1


def test_every_part_of_airflow_has_its_service(services: Node) -> None:
    assert sorted(services) == [
        "airflow-init",
        "api-server",
        "dag-processor",
        "postgres",
        "redis",
        "scheduler",
        "triggerer",
        "worker",
    ]


def test_every_service_has_a_health_check_or_ends_by_itself(services: Node) -> None:
    unwatched = [name for name, service in services.items() if "healthcheck" not in service and name not in ONE_SHOT]

    assert unwatched == []
    assert [services[name]["restart"] for name in ONE_SHOT] == ["no"]


def test_no_service_starts_before_the_databases_are_migrated(services: Node) -> None:
    ours = [name for name, service in services.items() if "build" in service and name not in ONE_SHOT]

    waits = {name: services[name]["depends_on"]["airflow-init"]["condition"] for name in ours}

    assert len(ours) == 5
    assert set(waits.values()) == {"service_completed_successfully"}


def test_every_port_is_on_loopback(services: Node) -> None:
    ports = [port for service in services.values() for port in service.get("ports", ())]

    assert ports == ["127.0.0.1:${POSTGRES_PORT:-5432}:5432", "127.0.0.1:${WARRAQ_UI_PORT:-8080}:8080"]
    assert not any("network_mode" in service for service in services.values())


def test_no_secret_is_written_into_the_file(services: Node) -> None:
    text = (PROJECT / "docker-compose.yml").read_text(encoding="utf-8")
    values = {
        f"{service}.{name}": str(value)
        for service, settings in services.items()
        for name, value in settings.get("environment", {}).items()
        if SECRET_NAME.search(name)
    }

    inline = {name: value for name, value in values.items() if not SECRET_REFERENCE.fullmatch(value)}

    assert len(values) > 30
    assert inline == {}
    assert CREDENTIALS.search(text) is None


def test_every_secret_is_a_file_that_git_never_sees(compose: Node, services: Node) -> None:
    used = {name for service in services.values() for name in service.get("secrets", ())}
    ignored = (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert used == set(compose["secrets"])
    assert {secret["file"] for secret in compose["secrets"].values()} == {f"./var/secrets/{name}" for name in used}
    assert "/var/" in ignored


def test_the_guide_makes_every_secret(compose: Node) -> None:
    guide = (PROJECT / "docs" / "how-to" / "deploy.md").read_text(encoding="utf-8")

    missing = [name for name in compose["secrets"] if f"> var/secrets/{name}" not in guide]

    assert missing == []


def test_every_image_is_pinned(compose: Node, services: Node) -> None:
    images = {service["image"] for service in services.values()}
    base = re.findall(r"^FROM (\S+)", compose["x-airflow"]["build"]["dockerfile_inline"], re.MULTILINE)

    unpinned = [image for image in (*images, *base) if not PINNED.fullmatch(image)]

    assert unpinned == []
    assert base == ["apache/airflow:3.3.2-python3.12"]


def test_the_image_has_the_airflow_of_the_lock(compose: Node) -> None:
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")

    locked = re.search(r"^apache-airflow==(\S+)", lock, re.MULTILINE)

    assert locked is not None
    assert f"apache/airflow:{locked[1]}-python" in compose["x-airflow"]["build"]["dockerfile_inline"]


def test_the_image_is_built_from_the_lock_with_its_hashes_alone(compose: Node) -> None:
    recipe = compose["x-airflow"]["build"]["dockerfile_inline"]

    assert "--require-hashes --requirement /tmp/requirements.lock" in recipe
    assert "index" not in recipe


def test_our_folders_exist_and_are_mounted_read_only(compose: Node) -> None:
    mounts = [mount.split(":") for mount in compose["x-airflow"]["volumes"]]
    folders = {source: rest for source, *rest in mounts if source.startswith(".")}

    assert folders == {
        "./dags": ["/opt/airflow/dags", "ro"],
        "./expectations": ["/opt/airflow/expectations", "ro"],
        "./plugins": ["/opt/airflow/plugins", "ro"],
        "./sql": ["/opt/airflow/sql", "ro"],
    }
    assert all((PROJECT / folder).is_dir() for folder in folders)


def test_what_is_kept_lies_on_volumes_of_its_own(compose: Node, services: Node) -> None:
    airflow = {mount.split(":")[1] for mount in compose["x-airflow"]["volumes"] if not mount.startswith(".")}

    assert airflow == {"/opt/airflow/var/logs", "/opt/airflow/var/raw"}
    assert services["postgres"]["volumes"] == ["database:/var/lib/postgresql"]
    assert set(compose["volumes"]) == {"database", "logs", "raw"}


def test_the_mounts_are_where_the_settings_look(compose: Node) -> None:
    home, settings = Path("/opt/airflow"), read_settings({})

    looked_for = {str(home / folder.relative_to(PROJECT)) for folder in (settings.sources, settings.expectations)}

    assert looked_for == {"/opt/airflow/dags/sources", "/opt/airflow/expectations"}
    assert compose["x-airflow"]["environment"]["WARRAQ_VAR"] == "/opt/airflow/var"


def test_every_setting_the_file_names_exists(compose: Node) -> None:
    named = {name for name in compose["x-airflow"]["environment"] if name.startswith("WARRAQ_")}

    unknown = {name for name in named if name.removeprefix("WARRAQ_").lower() not in Settings.model_fields}

    assert unknown == set()


def test_docker_compose_accepts_the_file() -> None:
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("no docker client with the compose plugin on PATH")
    chosen = {**os.environ, "WARRAQ_ONLY": "one", "WARRAQ_USER_AGENT": "one (mail@press.example)"}

    done = subprocess.run(
        [docker, "compose", "--profile", "celery", "config", "--quiet"],
        cwd=PROJECT,
        env=chosen,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
