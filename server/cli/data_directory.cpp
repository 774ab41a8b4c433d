#include "server/cli/data_directory.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace palabre::cli {

Expected<ServeLock> ServeLock::take(const std::string& directory) {
  const std::string path = (std::filesystem::path(directory) / "serve.lock").string();
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    return fail(ErrorCode::storage_unavailable, {}, path + " cannot be written: " + std::strerror(errno) + ".");
  }
  ServeLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    return fail(ErrorCode::storage_unavailable, {},
                "Another palabre already serves from " + directory + "; stop it, or give another --data directory.");
  }
  return lock;
}

ServeLock::~ServeLock() {
  if (file_ >= 0) ::close(file_);
}

} // namespace palabre::cli
