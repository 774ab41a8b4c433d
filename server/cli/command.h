// What every subcommand shares: its place on the command line and the way it ends.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace palabre::cli {

inline constexpr const char* version = "0.1.0";

enum ExitStatus : int {
  done = 0,
  failed = 1, // it was understood and could not be done
  misused = 2 // unknown options, bad values, a broken configuration file
};

// One sentence on stderr.
int complain(ExitStatus status, const std::string& sentence);

// --data and --database, the same for every subcommand that opens the store.
struct DataOptions {
  std::string directory{"data"};
  std::string database;
  CLI::Option* directory_option{nullptr};
};
void add_data_options(CLI::App& command, DataOptions& options);

// Each adds its subcommand, which sets `status` when it has run.
void add_serve(CLI::App& app, int& status);
void add_site(CLI::App& app, int& status);
// Subcommands of `site`.
void add_site_policy(CLI::App& site, int& status);
void add_moderate(CLI::App& app, int& status);
void add_owner(CLI::App& app, int& status);

} // namespace palabre::cli
