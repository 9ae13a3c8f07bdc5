"""A person's data lie in the platform's folder unless the environment says otherwise."""

from pathlib import Path

import platformdirs

from hamcore.places import app_dir, data_dir, database_url, home_dir


def test_the_home_folder_is_the_platforms_unless_set(tmp_path: Path) -> None:
    assert home_dir({}) == Path(platformdirs.user_data_dir("hamcore", appauthor=False))
    assert home_dir({"HAMCORE_HOME": str(tmp_path)}) == tmp_path


def test_an_empty_variable_is_the_same_as_none() -> None:
    assert home_dir({"HAMCORE_HOME": "  "}) == home_dir({})
    assert database_url({"HAMCORE_DATABASE_URL": ""}) == database_url({})


def test_the_database_is_a_file_in_the_home_folder_unless_a_url_is_given(tmp_path: Path) -> None:
    assert database_url({"HAMCORE_HOME": str(tmp_path)}) == f"sqlite:///{(tmp_path / 'hamcore.db').as_posix()}"
    assert database_url({"HAMCORE_DATABASE_URL": "postgresql://db/hamcore"}) == "postgresql://db/hamcore"


def test_the_definitions_lie_beside_the_launcher() -> None:
    assert (app_dir() / "streamlit_app.py").is_file()
    assert data_dir().is_dir()
