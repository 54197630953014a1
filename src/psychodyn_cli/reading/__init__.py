"""YAML files → entries and problems. The only place that imports yaml.

Reading never stops at the first fault: what can be used is returned, and everything that is wrong with the rest.
"""

from psychodyn_cli.reading.files import FOLDERS, ReadFile, Reading, read, read_file

__all__ = ["FOLDERS", "ReadFile", "Reading", "read", "read_file"]
