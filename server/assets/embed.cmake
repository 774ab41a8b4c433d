# Puts the widget's files and the word lists into the executable, with their gzip and brotli forms.
# Included by server/CMakeLists.txt; run as a script (cmake -P) at build time with SOURCES, ROOTS, OUT, GZIP and BROTLI set.

if(CMAKE_SCRIPT_MODE_FILE)
  get_filename_component(folder ${OUT} DIRECTORY)
  set(number 0)
  set(symbols "")
  set(rows "")
  foreach(source IN LISTS SOURCES)
    foreach(root IN LISTS ROOTS)
      string(FIND ${source} ${root}/ place)
      if(place EQUAL 0)
        file(RELATIVE_PATH name ${root} ${source})
      endif()
    endforeach()
    if(NOT name MATCHES "^([a-z]+/)?[A-Za-z0-9][A-Za-z0-9._-]*$")
      message(FATAL_ERROR "${name}: an asset's name is made of letters, digits, dots and dashes, in one folder at most")
    endif()
    get_filename_component(subfolder ${folder}/${name} DIRECTORY)
    file(MAKE_DIRECTORY ${subfolder})
    file(COPY_FILE ${source} ${folder}/${name} ONLY_IF_DIFFERENT)
    execute_process(COMMAND ${GZIP} -9 -n -c ${source} OUTPUT_FILE ${folder}/${name}.gz COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${BROTLI} -q 11 -w 24 -f -o ${folder}/${name}.br ${source} COMMAND_ERROR_IS_FATAL ANY)
    file(SHA256 ${source} hash)
    string(SUBSTRING ${hash} 0 24 hash)
    set(row "    {\"${name}\", \"\\\"${hash}\\\"\"")
    set(form 0)
    foreach(file ${name} ${name}.gz ${name}.br)
      set(symbol "palabre_asset_${number}_${form}")
      string(APPEND symbols
             "asm(\".section .rodata\\n${symbol}:\\n.incbin \\\"${folder}/${file}\\\"\\n${symbol}_end:\\n.previous\\n\");\n"
             "extern const char ${symbol}[] asm(\"${symbol}\");\nextern const char ${symbol}_end[] asm(\"${symbol}_end\");\n")
      string(APPEND row ", ${symbol}, ${symbol}_end")
      math(EXPR form "${form} + 1")
    endforeach()
    string(APPEND rows "${row}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(WRITE ${OUT} "// Written by embed.cmake.\n#include \"server/assets/embedded.h\"\n\nextern \"C\" {\n${symbols}}\n\n"
                    "namespace palabre::assets {\n\nstd::vector<Embedded> embedded() {\n  return {\n${rows}  };\n}\n\n"
                    "} // namespace palabre::assets\n")
  return()
endif()

set(PALABRE_WEB_DIST ${CMAKE_SOURCE_DIR}/build/web/dist CACHE PATH "The widget's built files")
find_program(PALABRE_GZIP gzip REQUIRED)
find_program(PALABRE_BROTLI brotli REQUIRED)
file(GLOB_RECURSE assets CONFIGURE_DEPENDS ${PALABRE_WEB_DIST}/*)
list(APPEND assets ${lexicon_outputs})
set(assets_source ${CMAKE_BINARY_DIR}/assets/embedded.cpp)
string(REPLACE ";" "$<SEMICOLON>" assets_argument "${assets}")
add_custom_command(
  OUTPUT ${assets_source}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/assets
  COMMAND ${CMAKE_COMMAND} "-DSOURCES=${assets_argument}" "-DROOTS=${PALABRE_WEB_DIST}$<SEMICOLON>${PALABRE_LEXICONS}" -DOUT=${assets_source} -DGZIP=${PALABRE_GZIP}
          -DBROTLI=${PALABRE_BROTLI} -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${assets} ${CMAKE_CURRENT_LIST_FILE}
  COMMENT "Embedding the widget's files"
  VERBATIM)
target_sources(palabre_http PRIVATE ${assets_source})
add_dependencies(palabre_http palabre_lexicons)
