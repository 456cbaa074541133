"""Who runs the stages: one process, or all cores of this machine. The stages know nothing of it."""

from silang.engine.cores import Cores
from silang.engine.protocol import Engine, OneProcess
from silang.engine.shards import Shards

__all__ = ["Cores", "Engine", "OneProcess", "Shards"]
