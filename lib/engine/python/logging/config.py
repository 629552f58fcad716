"""Logging set up by a dict (PEP 391)."""

import importlib
import logging
import logging.handlers
import re

_IDENTIFIER = re.compile("^[a-z_][a-z0-9_]*$", re.I)


def valid_ident(s):
    if not _IDENTIFIER.match(s):
        raise ValueError(f"Not a valid Python identifier: {s!r}")
    return True


class _Converting:
    """A container whose values are looked up when they are asked for."""

    def _converted(self, key, value):
        result = self.configurator.convert(value)
        if value is not result:
            self[key] = result
            if isinstance(result, (ConvertingDict, ConvertingList)):
                result.parent, result.key = self, key
        return result


class ConvertingDict(dict, _Converting):
    def __getitem__(self, key):
        return self._converted(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self[key] if key in self else default

    def pop(self, key, default=None):
        return self.configurator.convert(dict.pop(self, key, default))


class ConvertingList(list, _Converting):
    def __getitem__(self, key):
        return self._converted(key, list.__getitem__(self, key))


class BaseConfigurator:
    """Turns texts such as `ext://sys.stderr` into what they name."""

    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """What a dotted name means: modules first, then attributes."""
        first, *rest = s.split(".")
        try:
            found, known = importlib.import_module(first), first
            for part in rest:
                known += "." + part
                try:
                    found = getattr(found, part)
                except AttributeError:
                    importlib.import_module(known)
                    found = getattr(found, part)
            return found
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """A part of the configuration, by names and indices."""
        found, rest = self.config, "." + value
        while rest:
            match = re.match(r"\.(\w+)|\[\s*([^\]]+?)\s*\]", rest)
            if match is None:
                raise ValueError(f"Unable to convert {value!r} at {rest!r}")
            name = match[1] if match[1] is not None else match[2]
            try:
                found = found[int(name) if name.isdigit() and not isinstance(found, dict) else name]
            except (KeyError, TypeError):
                found = found[int(name)]
            rest = rest[match.end() :]
        return found

    def convert(self, value):
        kind = None
        if isinstance(value, dict) and not isinstance(value, ConvertingDict):
            kind = ConvertingDict
        elif isinstance(value, list) and not isinstance(value, ConvertingList):
            kind = ConvertingList
        if kind is not None:
            value = kind(value)
            value.configurator = self
        elif isinstance(value, str):
            for prefix, change in ("ext://", self.ext_convert), ("cfg://", self.cfg_convert):
                if value.startswith(prefix):
                    return change(value[len(prefix) :])
        return value

    def configure_custom(self, config):
        """Calls what "()" names with the rest; "." are attributes of the result."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        properties = config.pop(".", None)
        result = factory(**{key: config[key] for key in config if valid_ident(key)})
        for name, value in (properties or {}).items():
            setattr(result, name, value)
        return result


class DictConfigurator(BaseConfigurator):
    """Makes formatters, filters, handlers and loggers."""

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.pop("incremental", False):
            self._change(config)
            return
        disables = config.pop("disable_existing_loggers", True)
        logging._handlers.clear()
        for kind, make in ("formatters", self.configure_formatter), ("filters", self.configure_filter):
            made = config.get(kind, {})
            for name in made:
                try:
                    made[name] = make(made[name])
                except Exception as error:
                    raise ValueError(f"Unable to configure {kind[:-1]} {name!r}") from error
        self._make_handlers(config.get("handlers", {}))
        self._make_loggers(config.get("loggers", {}), disables)
        root = config.get("root", None)
        if root:
            try:
                self.configure_root(root)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _change(self, config):
        """Levels alone, of what there is."""
        for name, row in config.get("handlers", {}).items():
            if name not in logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            try:
                level = row.get("level", None)
                if level:
                    logging._handlers[name].setLevel(logging._checkLevel(level))
            except Exception as error:
                raise ValueError(f"Unable to configure handler {name!r}") from error
        for name in config.get("loggers", {}):
            try:
                self.configure_logger(name, config["loggers"][name], True)
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error
        if config.get("root", None):
            try:
                self.configure_root(config["root"], True)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _make_handlers(self, handlers):
        waiting = []
        for round in "first", "last":
            for name in sorted(handlers) if round == "first" else waiting:
                try:
                    handler = self.configure_handler(handlers[name])
                    handler.name = name
                    handlers[name] = handler
                except Exception as error:
                    if round == "first" and "target not configured yet" in str(error.__cause__):
                        # It hands on to one that comes later.
                        waiting.append(name)
                    else:
                        raise ValueError(f"Unable to configure handler {name!r}") from error

    def _make_loggers(self, loggers, disables):
        known = sorted(logging.root.manager.loggerDict)
        children = []
        for name in loggers:
            if name in known:
                at = known.index(name) + 1
                while at < len(known) and known[at].startswith(name + "."):
                    children.append(known[at])
                    at += 1
                known.remove(name)
            try:
                self.configure_logger(name, loggers[name])
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error
        for name in known:
            logger = logging.root.manager.loggerDict[name]
            if name in children:
                if not isinstance(logger, logging.PlaceHolder):
                    logger.setLevel(logging.NOTSET)
                    logger.handlers = []
                    logger.propagate = True
            else:
                logger.disabled = disables

    def configure_formatter(self, config):
        if "()" in config:
            return self.configure_custom(config)
        made = self.resolve(config["class"]) if config.get("class", None) else logging.Formatter
        more = {"defaults": config["defaults"]} if "defaults" in config else {}
        if "validate" in config:
            more["validate"] = config["validate"]
        return made(config.get("format", None), config.get("datefmt", None), config.get("style", "%"), **more)

    def configure_filter(self, config):
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        for each in filters:
            try:
                filterer.addFilter(each if callable(each) or callable(getattr(each, "filter", None)) else self.config["filters"][each])
            except Exception as error:
                raise ValueError(f"Unable to add filter {each!r}") from error

    def configure_handler(self, config):
        config = ConvertingDict(config)
        config.configurator = self
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.config["formatters"][formatter]
            except Exception as error:
                raise ValueError(f"Unable to set formatter {formatter!r}") from error
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        if "()" in config:
            made = config.pop("()")
            made = made if callable(made) else self.resolve(made)
        else:
            name = config.pop("class")
            made = name if callable(name) else self.resolve(name)
            if issubclass(made, logging.handlers.MemoryHandler) and "target" in config:
                config["target"] = self._target(config["target"])
        properties = config.pop(".", None)
        handler = made(**{key: config[key] for key in config if valid_ident(key)})
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        for name, value in (properties or {}).items():
            setattr(handler, name, value)
        return handler

    def _target(self, name):
        try:
            target = self.config["handlers"][name]
            if not isinstance(target, logging.Handler):
                raise TypeError("target not configured yet")
        except Exception as error:
            raise ValueError(f"Unable to set target handler {name!r}") from error
        return target

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.config["handlers"][name])
            except Exception as error:
                raise ValueError(f"Unable to add handler {name!r}") from error

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            if config.get("handlers", None):
                self.add_handlers(logger, config["handlers"])
            if config.get("filters", None):
                self.add_filters(logger, config["filters"])

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get("propagate", None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Sets logging up as a dict says."""
    dictConfigClass(config).configure()
