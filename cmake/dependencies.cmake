# Third parties. ./run and ./test leave their sources in .deps/; without them the pinned commits are fetched.
include(FetchContent)
foreach(name IN ITEMS imgui httplib md4c)
  if(EXISTS ${CMAKE_SOURCE_DIR}/.deps/${name}/.archive)
    string(TOUPPER ${name} upper)
    set(FETCHCONTENT_SOURCE_DIR_${upper} ${CMAKE_SOURCE_DIR}/.deps/${name} CACHE PATH "Sources of ${name}")
  endif()
endforeach()

FetchContent_Declare(md4c GIT_REPOSITORY https://github.com/mity/md4c.git GIT_TAG 472c417005c2c71b8617de4f7b8d6b30411d78f4 # release-0.5.3
                            SOURCE_SUBDIR none)
FetchContent_Declare(imgui GIT_REPOSITORY https://github.com/ocornut/imgui.git GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5 # v1.92.2b
                            SOURCE_SUBDIR none)
FetchContent_MakeAvailable(md4c imgui)

add_library(md4c STATIC ${md4c_SOURCE_DIR}/src/md4c.c)
target_include_directories(md4c SYSTEM PUBLIC ${md4c_SOURCE_DIR}/src)
target_compile_definitions(md4c PUBLIC MD4C_USE_UTF8)

# Debian's header-only packages, one folder each, so that a cross compiler can take them without taking /usr/include.
set(PALABRE_HEADERS ${CMAKE_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${PALABRE_HEADERS})
foreach(package nlohmann tl boost)
  find_path(PALABRE_${package}_DIR ${package} PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  file(CREATE_LINK ${PALABRE_${package}_DIR}/${package} ${PALABRE_HEADERS}/${package} SYMBOLIC)
endforeach()
add_library(palabre_headers INTERFACE)
target_include_directories(palabre_headers SYSTEM INTERFACE ${PALABRE_HEADERS})

add_library(imgui STATIC ${imgui_SOURCE_DIR}/imgui.cpp ${imgui_SOURCE_DIR}/imgui_draw.cpp ${imgui_SOURCE_DIR}/imgui_tables.cpp
                         ${imgui_SOURCE_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR} ${imgui_SOURCE_DIR}/misc/freetype)

if(NOT EMSCRIPTEN)
  FetchContent_Declare(httplib GIT_REPOSITORY https://github.com/yhirose/cpp-httplib.git GIT_TAG 073b58796205b928b61f4cae89ab4130b7f1aee0 # v0.41.0
                                 SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(httplib)
  find_package(Threads REQUIRED)
  add_library(httplib INTERFACE)
  target_include_directories(httplib SYSTEM INTERFACE ${httplib_SOURCE_DIR})
  target_link_libraries(httplib INTERFACE Threads::Threads)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
  pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlienc libbrotlidec)
  pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
  pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
  find_package(spdlog REQUIRED)
  find_path(SOCI_INCLUDE soci/soci.h REQUIRED)
  add_library(soci INTERFACE)
  target_include_directories(soci SYSTEM INTERFACE ${SOCI_INCLUDE}/soci)
  target_link_libraries(soci INTERFACE soci_core soci_sqlite3)
  if(PALABRE_SANITIZE) # one check of UndefinedBehaviorSanitizer needs the typeinfo that Debian's library hides
    target_compile_options(soci INTERFACE -fno-sanitize=vptr)
  endif()
  find_package(CLI11 REQUIRED)
endif()
