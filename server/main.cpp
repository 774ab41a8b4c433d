// The command line, and nothing else: what the subcommands do is in server/cli.
#include <iostream>

#include "server/cli/command.h"

namespace {

// CLI11 misses a command before it looks at the word that stands in its place.
std::string reason_of(const CLI::App& app, const CLI::ParseError& error) {
  const auto words = app.remaining(true);
  if (words.empty()) return error.what();
  return "`" + words.front() + "` is no command or option here";
}

} // namespace

int main(int argc, char** argv) {
  using namespace palabre::cli;
  CLI::App app{"Palabre: comments for a web site, from one executable.", "palabre"};
  app.set_version_flag("--version", std::string("palabre ") + version);
  app.require_subcommand(1);
  int status = done;
  add_serve(app, status);
  add_site(app, status);
  add_owner(app, status);
  add_moderate(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error); // --help, --version
    return complain(misused, reason_of(app, error) + " (see palabre --help)");
  } catch (const std::exception& error) {
    return complain(failed, error.what());
  }
  return status;
}
