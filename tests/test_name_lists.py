"""Lists of names in files of their own."""

import os
from pathlib import Path

import pytest

from edcheck.errors import ConfigError
from edcheck.settings import load
from edcheck.settings.namelist import read_names

LIST = "\ufeff# The pilots\r\nMaddern\r\n della  Marotta = Marotta | Marota # two houses\r\n\r\nQuillan\r\n"


def settings_with(folder: Path, names: bytes | None, keys: str = "") -> str:
    if names is not None:
        (folder / "names.txt").write_bytes(names)
    path = folder / "edcheck.toml"
    path.write_text(f'[edition.names]\nknown = ["Ostermark", "Quillan"]\n{keys}file = "names.txt"\n', "utf-8")
    return str(path)


def test_a_list_adds_to_the_names_of_the_settings(tmp_path: Path) -> None:
    keys = 'accepted = ["Tewsday"]\nvariants = [["Merla", "Merle"]]\n'
    settings = load(settings_with(tmp_path, LIST.encode(), keys))
    names = settings.edition.names
    assert names.known == ("Ostermark", "Quillan", "Maddern", "della Marotta", "Marotta", "Marota")
    assert names.accepted == ("Tewsday",)
    assert names.variants == (("Merla", "Merle"), ("della Marotta", "Marotta", "Marota"))


def test_the_list_itself_is_no_text_of_the_edition(tmp_path: Path) -> None:
    assert load(settings_with(tmp_path, b"Maddern\n")).excludes("names.txt")


def test_lines_end_as_they_do_in_texts() -> None:
    assert read_names("Maddern\rQuillan\r\nTarn", "list").known == ("Maddern", "Quillan", "Tarn")
    assert read_names("# nothing\n\n", "list").known == ()


def test_what_is_wrong_in_a_list_is_told_with_its_place() -> None:
    with pytest.raises(ConfigError) as caught:
        read_names("Maddern\nTarn =\n= Merla | \n", "names.txt")
    assert str(caught.value).split("\n") == [
        "names.txt:2:7: a name is missing beside “=” or “|”",
        "names.txt:3:1: a name is missing beside “=” or “|”",
        "names.txt:3:10: a name is missing beside “=” or “|”",
    ]


def test_a_list_that_cannot_be_read_is_told_where_the_settings_name_it(tmp_path: Path) -> None:
    with pytest.raises(
        ConfigError, match=r"edcheck\.toml:3:8: edition\.names\.file: .*names\.txt: names cannot be"
    ):
        load(settings_with(tmp_path, None))
    with pytest.raises(ConfigError, match=r"names\.txt: not UTF-8 \(byte 3\); save the list as UTF-8"):
        load(settings_with(tmp_path, b"Ta\xe9rn\n"))


@pytest.mark.parametrize("file", ["../names.txt", "/names.txt"])
def test_a_list_lies_inside_the_folder_of_the_settings(tmp_path: Path, file: str) -> None:
    path = tmp_path / "edcheck.toml"
    path.write_text(f'[edition.names]\nfile = "{file}"\n', "utf-8")
    with pytest.raises(ConfigError, match="leads out of the folder"):
        load(os.fspath(path))
