# The language and the warnings, for our own code only: third parties are included as system headers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
find_program(PALABRE_CCACHE ccache)
if(PALABRE_CCACHE AND NOT EMSCRIPTEN)
  set(CMAKE_C_COMPILER_LAUNCHER ${PALABRE_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${PALABRE_CCACHE})
endif()

set(PALABRE_SANITIZE "" CACHE STRING "Sanitizers, such as address,undefined")
if(PALABRE_SANITIZE)
  add_compile_options(-fsanitize=${PALABRE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${PALABRE_SANITIZE})
endif()

add_library(palabre_settings INTERFACE)
target_include_directories(palabre_settings INTERFACE ${CMAKE_SOURCE_DIR})
# Scores are the same natively and in wasm: no fused multiplication.
target_compile_options(palabre_settings INTERFACE -ffp-contract=off)
option(PALABRE_WARNINGS_AS_ERRORS "Stop on a warning in our own code" OFF)
target_compile_options(palabre_settings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror=return-type
                                                  $<$<BOOL:${PALABRE_WARNINGS_AS_ERRORS}>:-Werror>)
# GCC 12 cries wolf over "literal" + std::string (its bug 105651).
target_compile_options(palabre_settings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

if(PALABRE_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU") # it then warns of what is not there, inside std::regex too
  target_compile_options(palabre_settings INTERFACE -Wno-maybe-uninitialized)
endif()

# A room: every .cpp of the folders is part of the library.
function(palabre_room name)
  cmake_parse_arguments(ROOM "" "" "FOLDERS;LINKS" ${ARGN})
  set(sources "")
  foreach(folder ${ROOM_FOLDERS})
    file(GLOB found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND sources ${found})
  endforeach()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC palabre_settings ${ROOM_LINKS})
endfunction()
