//! The built-in types, one file or folder each.
//!
//! A type's file holds its payload, what makes and reads values of it, its slots and methods, and at its foot one
//! [`TypeSpec`](crate::object::native::TypeSpec) that declares it. Types never name the machine: to call back into
//! Python they use [`operations`](crate::object::operations), whose slots lead there.
