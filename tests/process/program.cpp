#include "tests/process/program.h"

#include <array>
#include <csignal>
#include <fstream>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

extern char** environ; // NOLINT: the name that POSIX gives it

namespace palabre::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

} // namespace

std::string write_file(const TemporaryDirectory& directory, const std::string& name, const std::string& content) {
  const std::string path = directory.path() + "/" + name;
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

Program::Program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
  std::array<int, 2> output{};
  if (::pipe2(output.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  output_ = output[0];
  error_ = ::memfd_create("stderr", MFD_CLOEXEC); // never full, unlike a pipe that nobody reads

  std::vector<std::string> texts{PALABRE_EXECUTABLE};
  texts.insert(texts.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment;
  for (char** variable = environ; *variable != nullptr; ++variable) variables.emplace_back(*variable);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, error_, STDERR_FILENO);
  const int failed =
      posix_spawn(&process_, PALABRE_EXECUTABLE, &actions, nullptr, pointers(texts).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(output[1]);
  if (failed != 0) throw std::runtime_error("cannot start " PALABRE_EXECUTABLE);
}

Program::~Program() {
  if (process_ > 0) {
    send(SIGKILL);
    wait();
  }
  ::close(output_);
  ::close(error_);
}

// A guard against a program that hangs, not a wait: the test fails when it is reached.
bool Program::read_one(char& next) {
  pollfd waiting{output_, POLLIN, 0};
  if (::poll(&waiting, 1, 20'000) <= 0) {
    send(SIGKILL);
    BOOST_FAIL("the program neither writes nor ends: " + error_output());
  }
  return ::read(output_, &next, 1) == 1;
}

std::string Program::read_line() {
  std::string line;
  char next = 0;
  while (read_one(next) && next != '\n') line += next;
  return line;
}

std::string Program::read_rest() {
  std::string text;
  char next = 0;
  while (read_one(next)) text += next;
  return text;
}

void Program::send(int signal) const {
  ::kill(process_, signal);
}

int Program::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string Program::error_output() const {
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t count; (count = ::pread(error_, part.data(), part.size(), static_cast<off_t>(text.size()))) > 0;) {
    text.append(part.data(), static_cast<std::size_t>(count));
  }
  return text;
}

Finished run(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
  Program program(arguments, environment);
  Finished finished{};
  finished.output = program.read_rest();
  finished.status = program.wait();
  finished.error = program.error_output();
  return finished;
}

namespace {

std::vector<std::string> serve_arguments(const std::string& data, std::vector<std::string> more) {
  std::vector<std::string> arguments{"serve", "--port", "0", "--no-rate-limits", "--data", data};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

int port_of(Program& program) {
  const std::string line = program.read_line();
  const std::string start = "listening on http://127.0.0.1:";
  if (line.rfind(start, 0) != 0) {
    BOOST_FAIL("the server did not start: " + line + program.error_output());
  }
  return std::stoi(line.substr(start.size()));
}

} // namespace

Server::Server(const std::string& data, std::vector<std::string> more)
    : program_(serve_arguments(data, std::move(more))), port_(port_of(program_)) {}

int Server::stop() {
  program_.send(SIGTERM);
  return program_.wait();
}

} // namespace palabre::test
