// /demo/: the files of one folder, for trying the widget
#include "server/http/handlers.h"

#include <array>
#include <filesystem>
#include <fstream>

namespace palabre::http {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "/demo/";
constexpr std::uintmax_t file_limit = 16 * 1024 * 1024; // bytes

struct Type {
  std::string_view extension;
  std::string_view media;
};
constexpr std::array<Type, 12> types{{{".html", "text/html; charset=utf-8"},
                                      {".css", "text/css; charset=utf-8"},
                                      {".js", "text/javascript; charset=utf-8"},
                                      {".json", "application/json"},
                                      {".svg", "image/svg+xml"},
                                      {".png", "image/png"},
                                      {".jpg", "image/jpeg"},
                                      {".webp", "image/webp"},
                                      {".ico", "image/x-icon"},
                                      {".woff2", "font/woff2"},
                                      {".txt", "text/plain; charset=utf-8"},
                                      {".xml", "application/xml"}}};

std::string media_of(const fs::path& file) {
  for (const Type& type : types) {
    if (file.extension() == type.extension) return std::string(type.media);
  }
  return "application/octet-stream";
}

// Plain names only: no hidden files, no `..`, no empty steps, no backslashes.
bool is_plain_path(std::string_view path) {
  while (!path.empty()) {
    const std::size_t end = path.find('/');
    const std::string_view name = path.substr(0, end);
    if (name.empty() || name.front() == '.' || name.find('\\') != std::string_view::npos) return false;
    if (end == std::string_view::npos) return true;
    path.remove_prefix(end + 1);
  }
  return true;
}

// The real file behind the path, links followed, if that is inside the folder.
std::optional<fs::path> find_file(const std::string& folder, std::string_view path) {
  std::error_code error;
  const fs::path base = fs::canonical(folder, error);
  if (error) return std::nullopt;
  fs::path file = fs::canonical(base / fs::path(std::string(path)), error);
  if (error) return std::nullopt;
  const auto inside = std::mismatch(base.begin(), base.end(), file.begin(), file.end());
  if (inside.first != base.end()) return std::nullopt;
  return file;
}

std::string tag_of(const fs::path& file, std::uintmax_t size) {
  std::error_code error;
  const auto changed = fs::last_write_time(file, error).time_since_epoch().count();
  return "\"" + std::to_string(changed) + "-" + std::to_string(size) + "\"";
}

Response send_file(const fs::path& file, const Request& request) {
  std::error_code error;
  const std::uintmax_t size = fs::is_regular_file(file, error) ? fs::file_size(file, error) : file_limit;
  if (error || size >= file_limit) return problem(ErrorCode::unknown_route);
  const std::string tag = tag_of(file, size);
  Response response = respond(200, media_of(file), {});
  response.set("Cache-Control", "no-cache");
  response.set("ETag", tag);
  if (matches_etag(request.header("If-None-Match"), tag)) {
    response.status = 304;
    return response;
  }
  std::ifstream in(file, std::ios::binary);
  response.text.assign(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return problem(ErrorCode::internal);
  return response;
}

} // namespace

Response get_demo(Environment& environment, const Call& call) {
  const std::string_view rest = call.request.path.substr(prefix.size());
  const auto path = decode_path_text(rest, {});
  if (!path) return problem(path.error());
  if (!is_plain_path(*path)) return problem(ErrorCode::unknown_route);
  auto file = find_file(environment.options.demo_directory, *path);
  if (!file) return problem(ErrorCode::unknown_route);
  std::error_code error;
  if (!fs::is_directory(*file, error)) return send_file(*file, call.request);
  if (!path->empty() && path->back() != '/') {
    Response response;
    response.status = 308;
    response.set("Location", std::string(call.request.path) + "/");
    return response;
  }
  file = find_file(environment.options.demo_directory, *path + "index.html");
  if (!file) return problem(ErrorCode::unknown_route);
  return send_file(*file, call.request);
}

} // namespace palabre::http
