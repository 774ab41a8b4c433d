#include "server/cli/policy_file.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace palabre::cli {

Expected<std::string> read_text_file(const std::string& path) {
  std::error_code error;
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path, error)) {
    return fail(ErrorCode::internal, {}, "There is no file " + path + " that can be read.");
  }
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string words_of_policy_error(const Error& error) {
  const std::string place = error.field.empty() ? std::string("the policy") : "`" + error.field + "`";
  const std::string detail = error.detail.empty() ? std::string() : " " + error.detail;
  switch (error.code) {
  case ErrorCode::malformed_json: return "this is no JSON" + (detail.empty() ? "" : "," + detail) + ".";
  case ErrorCode::malformed_text: return "this is no UTF-8 text.";
  case ErrorCode::wrong_type: return place + (detail.empty() ? " has a value of the wrong kind" : detail) + ".";
  case ErrorCode::duplicate_key: return place + " stands there twice.";
  case ErrorCode::field_too_long: return place + " is too long:" + detail + ".";
  case ErrorCode::unknown_field_value: return place + ":" + (detail.empty() ? " is not known" : detail) + ".";
  default: return place + " cannot be read (" + std::string(error_info(error.code).name) + ")" + detail + ".";
  }
}

} // namespace palabre::cli
