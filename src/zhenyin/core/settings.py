"""Settings: `ZHENYIN_*` in the environment first, then `zhenyin.toml` in the data folder, then what stands here."""

import os
from functools import cached_property
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from zhenyin.core.errors import Invalid

DEFAULT_FOLDER = "zhenyin-data"
SHOWN = frozenset(
    {
        "data_dir", "host", "port", "timezone", "language", "working_hours", "query_seconds", "analysis_seconds",
        "scan_seconds", "query_rows", "memory_gib", "upload_mib", "false_alarms_per_week", "failure_limit_per_thousand",
        "embedding_folder", "embedding_model", "map_approval_number", "secure_cookie", "trusted_proxies", "allowed_hosts",
    }
)  # fmt: skip
"""The settings whose values may be read by who may read settings. A value that is not named here is hidden: it may be a
secret, or hold one, as an address holds a password."""
HIDDEN = "•••"


class Settings(BaseSettings):
    """Everything that an installation may set. Paths are absolute once loaded."""

    model_config = SettingsConfigDict(env_prefix="ZHENYIN_", extra="forbid", frozen=True)

    data_dir: Path = Field(default=Path(DEFAULT_FOLDER), description="where everything is kept")
    store_url: str = Field(default="", description="SQLAlchemy address of the store; empty: SQLite in the data folder")
    host: str = Field(default="127.0.0.1", description="the address the server listens on")
    port: int = Field(default=8000, ge=1, le=65535)
    timezone: str = Field(default="Asia/Shanghai", description="the company's time zone; all facts are in it")
    language: Literal["zh", "en"] = "zh"
    working_hours: str = Field(default="09:00-18:00", description="shifts of a working day: 09:00-12:00,13:00-18:00")
    query_seconds: float = Field(default=30.0, gt=0, description="a query is cut off after this time")
    analysis_seconds: float = Field(
        default=120.0,
        gt=0,
        description="what a request works out (a forecast, an explanation) is cut off after this time",
    )
    scan_seconds: float = Field(default=7_200.0, gt=0, description="a scan for signals is cut off after this time")
    query_rows: int = Field(default=1_000_000, gt=0, description="a query may return this many rows")
    memory_gib: float = Field(default=2.0, gt=0, description="what the warehouse engine may use")
    upload_mib: int = Field(default=4096, gt=0, description="the largest file taken by upload")
    false_alarms_per_week: float = Field(default=1.0, gt=0, description="the budget of the early-warning scan")
    failure_limit_per_thousand: float = Field(
        default=50.0, gt=0, description="failures per thousand units in service and month that a model may have"
    )
    embedding_folder: str = Field(default="", description="word vectors (*.vec, *.txt) that topics go by; empty: none")
    embedding_url: str = Field(
        default="", description="OpenAI-compatible endpoint that gives words vectors; empty: none"
    )
    embedding_model: str = Field(default="", description="the model that the endpoint is asked for")
    embedding_key: str = Field(default="", description="what the endpoint is shown to let one in")
    map_approval_number: str = Field(default="", description="审图号 shown under the province map")
    trusted_proxies: str = Field(
        default="",
        description="addresses or networks of proxies whose X-Forwarded-For is believed, with commas between",
    )
    allowed_hosts: str = Field(
        default="",
        description="names that browsers may reach the server by, with commas between; empty: any, or this machine",
    )
    secure_cookie: bool = Field(default=False, description="send the session cookie over HTTPS only")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, OSError) as missing:
            raise ValueError("no time zone of that name, use one like Asia/Shanghai") from missing
        return name

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def store_address(self) -> str:
        return self.store_url or f"sqlite:///{self.data_dir / 'store.sqlite'}"

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], *_: PydanticBaseSettingsSource, **named: PydanticBaseSettingsSource
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        given = named["init_settings"]()
        folder = Path(given.get("data_dir") or os.environ.get("ZHENYIN_DATA_DIR", DEFAULT_FOLDER))
        toml = TomlConfigSettingsSource(settings_cls, folder.expanduser() / "zhenyin.toml")
        return named["init_settings"], named["env_settings"], toml


def load(**given: object) -> Settings:
    """The settings in force; `given` wins over the environment. Raises Invalid that names the setting."""
    try:
        settings = Settings(**given)  # type: ignore[arg-type]
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name, why = ".".join(map(str, first["loc"])), first["msg"]
        value = first.get("input") if name in SHOWN else HIDDEN
        raise Invalid(
            "setting-invalid",
            en=f"The setting {name} cannot be {value!r}: {why}. Change ZHENYIN_{name.upper()} or zhenyin.toml.",
            zh=f"设置项 {name} 不能为 {value!r}：{why}。请修改 ZHENYIN_{name.upper()} 或 zhenyin.toml。",
        ) from None
    return settings.model_copy(update={"data_dir": settings.data_dir.expanduser().absolute()})
