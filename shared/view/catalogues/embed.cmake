# Compiles the catalogues of this folder in. Included by shared/CMakeLists.txt; run as a script (cmake -P) at build time
# with SOURCES and OUT set.
if(CMAKE_SCRIPT_MODE_FILE)
  set(rows "")
  foreach(source IN LISTS SOURCES)
    file(RELATIVE_PATH name ${CMAKE_CURRENT_LIST_DIR} ${source})
    string(REPLACE ".json" "" name ${name})
    file(READ ${source} json)
    string(APPEND rows "      {\"${name}\", R\"json(${json})json\"},\n")
  endforeach()
  file(WRITE ${OUT} "// Written by embed.cmake.\n#include \"shared/view/catalogues/texts.h\"\n\n"
                    "namespace palabre::view {\n\nconst std::vector<CatalogueText>& catalogue_texts() {\n"
                    "  static const std::vector<CatalogueText> all{\n${rows}  };\n  return all;\n}\n\n"
                    "} // namespace palabre::view\n")
  return()
endif()

file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.json ${CMAKE_CURRENT_LIST_DIR}/desk/*.json
     ${CMAKE_CURRENT_LIST_DIR}/engage/*.json)
set(catalogues_source ${CMAKE_CURRENT_BINARY_DIR}/catalogue_texts.cpp)
string(REPLACE ";" "$<SEMICOLON>" catalogues_argument "${catalogues}")
add_custom_command(
  OUTPUT ${catalogues_source}
  COMMAND ${CMAKE_COMMAND} "-DSOURCES=${catalogues_argument}" -DOUT=${catalogues_source} -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${catalogues} ${CMAKE_CURRENT_LIST_FILE}
  COMMENT "Compiling the catalogues in"
  VERBATIM)
target_sources(palabre_catalogues PRIVATE ${catalogues_source})
