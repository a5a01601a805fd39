# SPDX-License-Identifier: MIT
"""The harbour on a stage; a module whose tests need another stage defines its own."""

import pytest

from tests.sample_documents import harbour
from tests.stages import plain_surface, stage_of
from timeline_app.scene.stage import Stage


@pytest.fixture(scope="module")
def stage() -> Stage:
    return stage_of(harbour(), plain_surface(1_150.0, 500.0))
