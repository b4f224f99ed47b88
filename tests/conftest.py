"""How the properties are tried: with new examples on every desk, with the same ones in CI.

A property that finds a counterexample is good news on a desk and no news about the change that CI judges. Nothing
is timed by hypothesis: a loaded machine is no counterexample.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
