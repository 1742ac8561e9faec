# SPDX-License-Identifier: Apache-2.0
"""Builds the source tree that it stands in: conan create packaging/conan --build=missing"""

import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir

SOURCES = ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "packaging/*", "src/*")
VERSION_HEADER = "include/ionoscloud/container_registry/version.hpp"


class ContainerRegistry(ConanFile):
    name = "ionoscloud-container-registry"
    description = "Client library for the IONOS Cloud Container Registry API"
    homepage = "https://github.com/ionos-cloud"
    license = "Apache-2.0"
    topics = ("ionos", "cloud", "container-registry")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {
        "shared": [True, False],
        "fPIC": [True, False],
        "profiles": [True, False],
        "testing": [True, False],
    }
    default_options = {
        "shared": False,
        "fPIC": True,
        "profiles": False,
        "testing": False,
        "libcurl/*:with_nghttp2": True,
        "libcurl/*:with_ssl": "openssl",
    }
    implements = ["auto_shared_fpic"]

    @property
    def _tree(self):
        return os.path.join(self.recipe_folder, os.pardir, os.pardir)

    def set_version(self):
        header = load(self, os.path.join(self._tree, VERSION_HEADER))
        self.version = ".".join(re.findall(r"#define IONOSCLOUD_CR_VERSION_\w+ (\d+)", header))

    def export_sources(self):
        for pattern in SOURCES:
            copy(self, pattern, src=self._tree, dst=self.export_sources_folder)

    def layout(self):
        cmake_layout(self)

    def validate(self):
        check_min_cppstd(self, 17)

    def requirements(self):
        self.requires("libcurl/[>=7.80 <9]")
        self.requires("openssl/[>=1.1.1 <4]")
        self.requires("simdjson/[>=3.0 <5]")
        self.requires("zlib/[>=1.2.11 <2]")
        if self.options.profiles:
            self.requires("yaml-cpp/[>=0.6 <1]")
        if self.options.testing:
            self.requires("cpp-httplib/[>=0.11 <1]")
            self.requires("nlohmann_json/[>=3.11.2 <4]")

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["IONOSCLOUD_CR_BUILD_TESTING_COMPONENT"] = bool(self.options.testing)
        toolchain.cache_variables["IONOSCLOUD_CR_WITH_PROFILES"] = bool(self.options.profiles)
        toolchain.cache_variables["IONOSCLOUD_CR_BUILD_TESTS"] = False
        toolchain.cache_variables["IONOSCLOUD_CR_BUILD_EXAMPLES"] = False
        toolchain.cache_variables["IONOSCLOUD_CR_BUILD_TOOL"] = False
        toolchain.cache_variables["IONOSCLOUD_CR_WARNINGS_AS_ERRORS"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", src=self.source_folder, dst=os.path.join(self.package_folder, "licenses"))
        # Conan's generators write these for whoever uses the package.
        for folder in ("cmake", "pkgconfig"):
            rmdir(self, os.path.join(self.package_folder, "lib", folder))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", self.name)
        self.cpp_info.set_property("pkg_config_name", "none")

        library = self.cpp_info.components["container-registry"]
        library.set_property("cmake_target_name", "ionoscloud::container-registry")
        library.set_property("pkg_config_name", self.name)
        library.libs = [self.name]
        library.requires = ["libcurl::libcurl", "openssl::ssl", "openssl::crypto", "simdjson::simdjson",
                            "zlib::zlib"]
        if self.options.profiles:
            library.requires.append("yaml-cpp::yaml-cpp")
        library.system_libs = ["pthread"]
        if not self.options.shared:
            library.defines = ["IONOSCLOUD_CR_STATIC"]

        if self.options.testing:
            testing = self.cpp_info.components["testing"]
            testing.set_property("cmake_target_name", "ionoscloud::container-registry-testing")
            testing.libs = [f"{self.name}-testing"]
            testing.requires = [
                "container-registry", "cpp-httplib::cpp-httplib", "nlohmann_json::nlohmann_json"
            ]
