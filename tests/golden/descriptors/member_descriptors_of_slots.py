# What describes a slot is a member descriptor, of which `types` knows the type.
import inspect
import types


class Slotted:
    __slots__ = ("a",)

    @property
    def b(self):
        return 2


print(type(Slotted.a) is types.MemberDescriptorType, types.MemberDescriptorType.__name__)
print(inspect.ismemberdescriptor(Slotted.a), inspect.ismemberdescriptor(Slotted.b), inspect.isdatadescriptor(Slotted.a))
print(isinstance(inspect.getattr_static(Slotted(), "a"), types.MemberDescriptorType))
print(isinstance(Slotted.a, types.GetSetDescriptorType), isinstance(type.__dict__["__dict__"], types.GetSetDescriptorType))
