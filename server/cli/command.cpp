#include "server/cli/command.h"

#include <iostream>

namespace palabre::cli {

int complain(ExitStatus status, const std::string& sentence) {
  std::cerr << "palabre: " << sentence << '\n';
  return status;
}

void add_data_options(CLI::App& command, DataOptions& options) {
  options.directory_option = command.add_option("--data", options.directory, "Directory of the SQLite database")
                                 ->envname("PALABRE_DATA")
                                 ->type_name("DIR")
                                 ->capture_default_str();
  command.add_option("--database", options.database, "PostgreSQL (not in this version)")
      ->type_name("URL")
      ->check([](const std::string&) {
        return std::string("PostgreSQL comes with a later version of palabre; use --data DIR for SQLite");
      });
}

} // namespace palabre::cli
