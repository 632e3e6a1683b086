"""Storage (静态文件存放): style sheets and scripts whose names carry their digest, so that a browser may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class GatheredStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped package
    """Gathered static files (收集后的静态文件): before anything was gathered, as in tests, plain names lead to the apps' own files."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The name with its digest, once gathered."""
        return str(super().stored_name(name)) if self.hashed_files else name
