// The palabre executable as a child process.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/support/temporary_directory.h"

namespace palabre::test {

// Writes a file into `directory` and returns its path.
[[nodiscard]] std::string write_file(const TemporaryDirectory& directory, const std::string& name,
                                     const std::string& content);

// A running child. Killed when it goes out of scope.
class Program {
public:
  explicit Program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment = {});
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // One line of standard output without its line feed; empty at the end.
  std::string read_line();
  // What follows until it closes its standard output.
  std::string read_rest();
  void send(int signal) const;
  // Waits for its end: the exit status, or 128 + the signal that ended it.
  int wait();
  // All it wrote to standard error; after wait().
  [[nodiscard]] std::string error_output() const;

private:
  bool read_one(char& next);

  pid_t process_{-1};
  int output_{-1};
  int error_{-1};
};

struct Finished {
  int status;
  std::string output;
  std::string error;
};
// Runs it to its end.
Finished run(const std::vector<std::string>& arguments, const std::vector<std::string>& environment = {});

// `palabre serve --port 0 --no-rate-limits` on a data directory, serving.
class Server {
public:
  explicit Server(const std::string& data, std::vector<std::string> more = {});
  [[nodiscard]] int port() const { return port_; }
  Program& program() { return program_; }
  // SIGTERM and wait().
  int stop();

private:
  Program program_;
  int port_;
};

} // namespace palabre::test
