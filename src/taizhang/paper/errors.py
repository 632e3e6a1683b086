"""Errors of paper (读文件时的问题): what can go wrong with us or the file, not with what the paper says.

One class per situation. A file's name is repeated in the sentence, made printable; a path never is.
"""


class PaperError(Exception):
    """A file cannot be read (无法读取): carries one sentence that says what to do, in Chinese and in English.

    Attributes:
        zh, en: the sentence for the person, in either language; ``str()`` gives the Chinese one.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[object, ...]:
        """So that it can be handed from one process to another: as it is, not built anew from other arguments."""
        return _restored, (type(self), self.__dict__)


def _restored(kind: type[PaperError], known: dict[str, object]) -> PaperError:
    error = kind.__new__(kind, known["zh"])
    error.__dict__.update(known)
    return error


class MissingFileError(PaperError):
    """No file of that name (文件不存在)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"找不到文件“{name}”，请核对文件名和所在文件夹。",
            f"There is no file “{name}”: check its name and folder.",
        )


class FolderError(PaperError):
    """A folder where a file was expected (给的是文件夹)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”是文件夹，不是文件，请指定其中的一个文件。",
            f"“{name}” is a folder, not a file: name one of the files in it.",
        )


class NotRegularFileError(PaperError):
    """A device, pipe or socket (不是普通文件)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”不是普通文件（可能是设备或管道），请先把内容存成文件。",
            f"“{name}” is not a regular file (a device or a pipe, perhaps): save its contents as a file first.",
        )


class AccessDeniedError(PaperError):
    """We may not read it (没有读取权限)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"没有读取“{name}”的权限，请让文件所有者授权，或复制一份到有权限的位置。",
            f"You have no permission to read “{name}”: ask its owner, or copy it to a place you may read.",
        )


class UnreachableFileError(PaperError):
    """The system cannot follow the path: a loop of links, a name too long, a disk that fails (路径无法打开)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"系统打不开“{name}”（链接循环、名称过长或磁盘故障），请复制到本地文件夹后再试。",
            f"The system cannot open “{name}” (a loop of links, a name too long, a failing disk): "
            "copy it to a local folder and try again.",
        )


class FileTooLargeError(PaperError):
    """Larger than we read (文件过大)."""

    def __init__(self, name: str, limit: int) -> None:
        megabytes = limit // 2**20
        super().__init__(
            f"“{name}”超过 {megabytes} MB 的上限，请删去图片等无关内容或拆分后再试。",
            f"“{name}” exceeds the limit of {megabytes} MB: take out pictures or split it, then try again.",
        )


class EmptyFileError(PaperError):
    """Not one byte (空文件)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”是空文件（0 字节），请确认文件已完整保存或上传。",
            f"“{name}” is empty (0 bytes): make sure it was saved or uploaded completely.",
        )


class NoWordsError(PaperError):
    """It opens, and there is nothing to read (没有文字)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”里没有可读的文字，请确认选对了文件。",
            f"“{name}” holds no words to read: make sure it is the right file.",
        )


class UnknownEncodingError(PaperError):
    """A text in none of our encodings, or no text at all (编码无法识别)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”不是可识别的文件，也不是 UTF-8、UTF-16 或 GB18030 编码的文本，请用原程序打开后另存为 docx 或 UTF-8 文本。",
            f"“{name}” is neither a file format we know nor text in UTF-8, UTF-16 or GB18030: "
            "open it in its own program and save it as docx or UTF-8 text.",
        )


class UnsupportedFormatError(PaperError):
    """A format we know and do not read (暂不支持的格式).

    Attributes:
        format_zh, format_en: what the file is.
    """

    def __init__(self, name: str, format_zh: str, format_en: str, remedy_zh: str, remedy_en: str) -> None:
        super().__init__(
            f"“{name}”是{format_zh}，暂不能读取，{remedy_zh}。",
            f"“{name}” is {format_en}, which is not read yet: {remedy_en}.",
        )
        self.format_zh = format_zh
        self.format_en = format_en


class ScannedDocumentError(PaperError):
    """A pdf made of pictures, without a text layer (扫描件)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”是扫描件，没有文字层，暂不能识别图片中的文字，请提供 Word 原稿或可复制文字的 PDF。",
            f"“{name}” is a scan without a text layer, which is not read yet: "
            "provide the Word original or a pdf whose text can be copied.",
        )


class DamagedFileError(PaperError):
    """Cut short or broken (文件损坏).

    Attributes:
        media: the format it claims to be.
    """

    def __init__(self, name: str, media: str) -> None:
        super().__init__(
            f"“{name}”（{media}）已损坏或不完整，请重新下载，或用原程序打开后另存一份。",
            f"“{name}” ({media}) is damaged or incomplete: download it again, or open it in its own program and save a copy.",
        )
        self.media = media


class PasswordProtectedError(PaperError):
    """Locked with a password (文件已加密)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”设有打开密码，请先用原程序去掉密码再试。",
            f"“{name}” is protected by a password: remove the password in its own program, then try again.",
        )


class ArchiveBombError(PaperError):
    """Unpacks to far more than a document ever holds (压缩内容异常)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”解压后的内容异常庞大，为安全起见没有读取，请用原程序打开后另存一份。",
            f"“{name}” unpacks to an abnormal size and was not read for safety: "
            "open it in its own program and save a copy.",
        )


class TableTooLargeError(PaperError):
    """A table that would fill more paper than anyone prints (表格过大)."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            f"“{name}”里有一张表格超过 {limit // 10_000} 万格，请删去多余的行列后再试。",
            f"“{name}” holds a table of more than {limit:,} places: delete the rows and columns not needed, then try again.",
        )


class TextTooLongError(PaperError):
    """More words than a shelf of plans (文字过多)."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            f"“{name}”的文字超过 {limit // 10_000} 万字，请拆分后再试。",
            f"“{name}” holds more than {limit:,} characters: split it, then try again.",
        )


class UnsafeMarkupError(PaperError):
    """Declares XML entities, which no office program writes (含有危险的实体声明)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”内含 XML 实体声明，为安全起见没有读取，请用原程序打开后另存一份。",
            f"“{name}” declares XML entities and was not read for safety: open it in its own program and save a copy.",
        )


class PdfSupportMissingError(PaperError):
    """The pdf extra is not installed (未安装 PDF 组件)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f'读取“{name}”需要 PDF 组件，请先运行 pip install "taizhang[pdf]"。',
            f'Reading “{name}” needs the pdf extra: run pip install "taizhang[pdf]" first.',
        )


class OfficeMissingError(PaperError):
    """LibreOffice is needed and not there (未安装 LibreOffice)."""

    def __init__(self, name: str, media: str) -> None:
        super().__init__(
            f"读取“{name}”（{media}）需要 LibreOffice，请安装后再试，或另存为 docx、xlsx。",
            f"Reading “{name}” ({media}) needs LibreOffice: install it, or save the file as docx or xlsx.",
        )


class OfficeFailedError(PaperError):
    """LibreOffice could not convert it (转换失败)."""

    def __init__(self, name: str, media: str) -> None:
        super().__init__(
            f"LibreOffice 没能转换“{name}”（{media}），文件可能已损坏或加密，请用原程序另存为 docx、xlsx 后再试。",
            f"LibreOffice could not convert “{name}” ({media}), which may be damaged or locked: "
            "save it as docx or xlsx in its own program, then try again.",
        )
