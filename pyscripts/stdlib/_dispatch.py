"""Which of the registered classes is nearest to a class: the order that `functools.singledispatch` looks in.

Virtual bases (abstract classes that a class is registered with or that recognise it) are inserted into the order of
resolution where they would be if the class, or the base that brought them in, derived from them last.
"""


def _find_impl(cls, registry):
    """The registered implementation that fits `cls` best; RuntimeError if two fit equally."""
    order = _compose_mro(cls, registry)
    match = None
    for kind in order:
        if match is not None:
            # Two unrelated abstract classes that `cls` belongs to only virtually: which comes first is chance.
            if (kind in registry and kind not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, kind)):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {kind}")
            break
        if kind in registry:
            match = kind
    return registry.get(match)


def _compose_mro(cls, types):
    """The order of resolution of `cls` with those of `types` in it that are its virtual bases."""
    bases = set(cls.__mro__)

    def is_virtual(kind):
        return (kind not in bases and hasattr(kind, "__mro__") and not _is_alias(kind)
                and issubclass(cls, kind))

    candidates = [kind for kind in types if is_virtual(kind)]

    def is_base_of_another(kind):
        return any(kind != other and kind in other.__mro__ for other in candidates)

    candidates = [kind for kind in candidates if not is_base_of_another(kind)]
    known = set(candidates)
    abstract = []
    for kind in candidates:
        found = []
        for sub in kind.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([ancestor for ancestor in sub.__mro__ if ancestor in known])
        if not found:
            abstract.append(kind)
            continue
        found.sort(key=len, reverse=True)
        for chain in found:
            for sub in chain:
                if sub not in abstract:
                    abstract.append(sub)
    return _c3_mro(cls, abstract)


def _is_alias(kind):
    from types import GenericAlias
    return isinstance(kind, GenericAlias)


def _c3_mro(cls, abcs=None):
    """The C3 order of `cls` as if it had the classes of `abstract` among its bases."""
    abstract = list(abcs or ())
    bases = list(cls.__bases__)
    # Abstract classes go behind the last base that is itself abstract by declaration.
    boundary = 0
    for position in range(len(bases) - 1, -1, -1):
        if hasattr(bases[position], "__abstractmethods__"):
            boundary = position + 1
            break
    explicit, others = bases[:boundary], bases[boundary:]
    mine = [base for base in abstract
            if issubclass(cls, base) and not any(issubclass(inherited, base) for inherited in bases)]
    rest = [base for base in abstract if base not in mine]
    groups = [_c3_mro(base, rest) for base in (*explicit, *mine, *others)]
    return _merge([[cls], *groups, explicit[:], mine, others[:]])


def _merge(sequences):
    """Join orders: always the first class that is in no order behind another."""
    result = []
    while True:
        sequences = [sequence for sequence in sequences if sequence]
        if not sequences:
            return result
        for sequence in sequences:
            candidate = sequence[0]
            if not any(candidate in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(candidate)
        sequences = [seq[1:] if seq[0] is candidate else seq for seq in sequences]


def classes_to_register(cls, func):
    """The classes and the implementation that the arguments of register() mean."""
    if _is_class_or_union(cls):
        if func is None:
            return (), lambda func: func
        return _members(cls), func
    if func is not None:
        raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
    if not getattr(cls, "__annotations__", {}):
        raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                        "or plain `@register` on an annotated function.")
    func = cls
    from typing import get_type_hints
    name, kind = next(iter(get_type_hints(func).items()))
    if not _is_class_or_union(kind):
        if _is_union(kind):
            raise TypeError(f"Invalid annotation for {name!r}. {kind!r} not all arguments are classes.")
        raise TypeError(f"Invalid annotation for {name!r}. {kind!r} is not a class.")
    return _members(kind), func


def _is_union(kind):
    from types import UnionType
    if isinstance(kind, UnionType):
        return True
    from typing import Union, get_origin
    return get_origin(kind) is Union


def _is_class_or_union(kind):
    if isinstance(kind, type):
        return not _is_alias(kind)
    return _is_union(kind) and all(isinstance(member, type) for member in kind.__args__)


def _members(kind):
    return kind.__args__ if _is_union(kind) else (kind,)
