//! Where the C library looks for the names of users, groups, hosts and services.
//!
//! By /etc/nsswitch.conf it may be told to ask sources that are in shared libraries. A static program must not load these:
//! they bring a second C library along, and crash. So a static gilly keeps to the sources that the C library has itself,
//! files and DNS; a dynamic one asks all of them.

/// Sees to it that names are looked up without loading anything; to be called before the first is.
pub fn keep_to_own() {
    #[cfg(all(target_env = "gnu", target_feature = "crt-static"))]
    static_program::keep_to_own();
}

#[cfg(all(target_env = "gnu", target_feature = "crt-static"))]
mod static_program {
    use std::ffi::{CStr, c_char, c_int};
    use std::sync::Once;

    unsafe extern "C" {
        /// Takes the place of a line of /etc/nsswitch.conf; of glibc.
        fn __nss_configure_lookup(database: *const c_char, sources: *const c_char) -> c_int;
    }

    const DATABASES: [(&CStr, &CStr); 8] = [
        (c"passwd", c"files"),
        (c"group", c"files"),
        (c"initgroups", c"files"),
        (c"hosts", c"files dns"),
        (c"networks", c"files"),
        (c"services", c"files"),
        (c"protocols", c"files"),
        (c"ethers", c"files"),
    ];

    pub(super) fn keep_to_own() {
        static DONE: Once = Once::new();
        DONE.call_once(|| {
            for (database, sources) in DATABASES {
                // SAFETY: both end in a zero and last as long as the program. An unknown database changes nothing.
                unsafe { __nss_configure_lookup(database.as_ptr(), sources.as_ptr()) };
            }
        });
    }
}
