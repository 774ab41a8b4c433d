#include "shared/wire/json_reader.h"

#include <algorithm>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "shared/text/utf8.h"

namespace palabre::wire {

namespace {

std::string joined(const std::string& path, std::string_view name) {
  std::string out = path;
  if (!out.empty()) out.push_back('.');
  out.append(name);
  return out;
}

// nlohmann's parser calls this for every token; false stops it. Its own tree, with its many conversions, stays out.
class TreeBuilder {
public:
  using Json = nlohmann::json;

  explicit TreeBuilder(ControlCharacters controls) : controls_(controls) { open_.emplace_back(); }

  bool null() { return add(JsonValue{}); }
  bool boolean(bool value) {
    JsonValue node;
    node.kind = JsonKind::boolean;
    node.boolean = value;
    return add(std::move(node));
  }
  bool number_integer(Json::number_integer_t value) {
    if (value < -largest_json_integer || value > largest_json_integer) return add_fraction(static_cast<double>(value));
    JsonValue node;
    node.kind = JsonKind::integer;
    node.integer = value;
    return add(std::move(node));
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    if (value > static_cast<std::uint64_t>(largest_json_integer)) return add_fraction(static_cast<double>(value));
    return number_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(Json::number_float_t value, const std::string&) { return add_fraction(value); }
  bool string(std::string& value) {
    JsonValue node;
    node.kind = JsonKind::string;
    node.text = std::move(value);
    const bool forbidden = controls_ == ControlCharacters::refused && text::find_forbidden(node.text).has_value();
    return add(std::move(node)) && !(forbidden && refuse(ErrorCode::forbidden_character, path()));
  }
  bool binary(Json::binary_t&) { return false; } // no part of JSON text

  bool start_object(std::size_t) { return start(JsonKind::object); }
  bool start_array(std::size_t) { return start(JsonKind::array); }
  bool key(std::string& name) {
    if (text::find_forbidden(name)) return !refuse(ErrorCode::forbidden_character, container_path());
    key_ = std::move(name);
    return true;
  }
  bool end_object() { return names_are_unique() && end(); }
  bool end_array() { return end(); }

  template <class Exception> bool parse_error(std::size_t position, const std::string&, const Exception&) {
    failure_ = Error{ErrorCode::malformed_json, {}, "near byte " + std::to_string(position), 0};
    return false;
  }

  [[nodiscard]] Error failure() { return failure_.value_or(Error{ErrorCode::malformed_json, {}, {}, 0}); }
  [[nodiscard]] JsonValue take() { return std::move(open_.front().children.front()); }

private:
  bool add_fraction(double value) {
    JsonValue node;
    node.kind = JsonKind::fraction;
    node.fraction = value;
    return add(std::move(node));
  }

  bool add(JsonValue node) {
    node.name = std::exchange(key_, {});
    open_.back().children.push_back(std::move(node));
    return true;
  }

  bool start(JsonKind kind) {
    JsonValue node;
    node.kind = kind;
    node.name = std::exchange(key_, {});
    open_.push_back(std::move(node));
    return open_.size() <= json_depth_limit + 1 || !refuse(ErrorCode::too_deep, container_path());
  }

  bool end() {
    JsonValue node = std::move(open_.back());
    open_.pop_back();
    open_.back().children.push_back(std::move(node));
    return true;
  }

  // Nearly all objects are small; large ones take the kind of map that the module has anyway.
  bool names_are_unique() {
    constexpr std::size_t small = 24;
    const std::vector<JsonValue>& members = open_.back().children;
    std::map<std::string_view, std::size_t> names;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::string& name = members[i].name;
      bool twice = i >= small && !names.emplace(name, i).second;
      for (std::size_t k = 0; k < std::min(i, small) && !twice; ++k) twice = members[k].name == name;
      if (twice) return !refuse(ErrorCode::duplicate_key, joined(container_path(), name));
    }
    return true;
  }

  // Always true: there is a failure now.
  bool refuse(ErrorCode code, std::string field) {
    failure_ = Error{code, std::move(field), {}, 0};
    return true;
  }

  // Of the innermost open array or object.
  [[nodiscard]] std::string container_path() const {
    std::string path;
    for (std::size_t level = 1; level < open_.size(); ++level) {
      const JsonValue& around = open_[level - 1];
      if (around.kind == JsonKind::array) path = joined(path, std::to_string(around.children.size()));
      if (around.kind == JsonKind::object) path = joined(path, open_[level].name);
    }
    return path;
  }

  // Of the value that was added last.
  [[nodiscard]] std::string path() const {
    const JsonValue& around = open_.back();
    if (around.kind == JsonKind::object) return joined(container_path(), around.children.back().name);
    if (around.kind == JsonKind::array) return joined(container_path(), std::to_string(around.children.size() - 1));
    return {};
  }

  ControlCharacters controls_;
  std::vector<JsonValue> open_; // a root above the document first
  std::string key_;
  std::optional<Error> failure_;
};

} // namespace

const JsonValue* JsonValue::find(std::string_view member) const {
  if (kind != JsonKind::object) return nullptr;
  for (const JsonValue& child : children) {
    if (child.name == member) return &child;
  }
  return nullptr;
}

Expected<JsonValue> parse_json(std::string_view bytes, ControlCharacters controls) {
  if (!text::is_valid_utf8(bytes)) return fail(ErrorCode::malformed_text, {}, "not UTF-8");
  TreeBuilder builder(controls);
  if (!nlohmann::json::sax_parse(bytes.data(), bytes.data() + bytes.size(), &builder)) {
    return tl::unexpected<Error>(builder.failure());
  }
  return builder.take();
}

FieldReader::FieldReader(const JsonValue* value, std::string path, std::optional<Error>& failure)
    : value_(value), path_(std::move(path)), failure_(&failure) {
  if (value_ != nullptr && value_->kind != JsonKind::object) {
    if (!*failure_) *failure_ = Error{ErrorCode::wrong_type, path_, "must be an object", 0};
    value_ = nullptr;
  }
}

std::string FieldReader::text(std::string_view name, Presence presence) {
  const JsonValue* found = member(name, JsonKind::string, presence);
  return found != nullptr ? found->text : std::string();
}

std::int64_t FieldReader::integer(std::string_view name, Presence presence) {
  const JsonValue* found = member(name, JsonKind::integer, presence);
  return found != nullptr ? found->integer : 0;
}

double FieldReader::number(std::string_view name, Presence presence) {
  const JsonValue* found = value_ != nullptr ? value_->find(name) : nullptr;
  if (found != nullptr && found->kind == JsonKind::fraction) return found->fraction;
  return static_cast<double>(integer(name, presence));
}

bool FieldReader::boolean(std::string_view name, Presence presence) {
  const JsonValue* found = member(name, JsonKind::boolean, presence);
  return found != nullptr && found->boolean;
}

FieldReader FieldReader::object(std::string_view name, Presence presence) {
  return FieldReader(member(name, JsonKind::object, presence), path_of(name), *failure_);
}

std::vector<std::string> FieldReader::texts(std::string_view name, Presence presence) {
  std::vector<std::string> texts;
  const JsonValue* found = member(name, JsonKind::array, presence);
  if (found == nullptr) return texts;
  texts.reserve(found->children.size());
  for (const JsonValue& child : found->children) {
    if (child.kind != JsonKind::string) {
      refuse(ErrorCode::wrong_type, joined(std::string(name), std::to_string(texts.size())), "must be a text");
      return {};
    }
    texts.push_back(child.text);
  }
  return texts;
}

std::vector<std::int64_t> FieldReader::integers(std::string_view name, Presence presence) {
  std::vector<std::int64_t> integers;
  const JsonValue* found = member(name, JsonKind::array, presence);
  if (found == nullptr) return integers;
  integers.reserve(found->children.size());
  for (const JsonValue& child : found->children) {
    if (child.kind != JsonKind::integer) {
      refuse(ErrorCode::wrong_type, joined(std::string(name), std::to_string(integers.size())), "must be a number");
      return {};
    }
    integers.push_back(child.integer);
  }
  return integers;
}

std::optional<std::string_view> FieldReader::find_other(std::initializer_list<std::string_view> names) const {
  if (value_ == nullptr) return std::nullopt;
  for (const JsonValue& child : value_->children) {
    if (std::find(names.begin(), names.end(), child.name) == names.end()) return child.name;
  }
  return std::nullopt;
}

std::vector<FieldReader> FieldReader::objects(std::string_view name, Presence presence) {
  std::vector<FieldReader> readers;
  const JsonValue* found = member(name, JsonKind::array, presence);
  if (found == nullptr) return readers;
  const std::string path = path_of(name);
  readers.reserve(found->children.size());
  for (const JsonValue& child : found->children) {
    readers.emplace_back(&child, joined(path, std::to_string(readers.size())), *failure_);
  }
  return readers;
}

bool FieldReader::has(std::string_view name) const {
  const JsonValue* found = value_ != nullptr ? value_->find(name) : nullptr;
  return found != nullptr && found->kind != JsonKind::null;
}

bool FieldReader::is_text(std::string_view name) const {
  const JsonValue* found = value_ != nullptr ? value_->find(name) : nullptr;
  return found != nullptr && found->kind == JsonKind::string;
}

void FieldReader::refuse(ErrorCode code, std::string_view name, std::string detail) {
  if (!*failure_) *failure_ = Error{code, path_of(name), std::move(detail), 0};
}

std::string FieldReader::path_of(std::string_view name) const {
  return joined(path_, name);
}

const JsonValue* FieldReader::member(std::string_view name, JsonKind kind, Presence presence) {
  const JsonValue* found = value_ != nullptr ? value_->find(name) : nullptr;
  if (found == nullptr) {
    if (presence == Presence::required) refuse(ErrorCode::missing_field, name);
    return nullptr;
  }
  if (found->kind == kind) return found;
  if (found->kind != JsonKind::null || presence == Presence::required) refuse(ErrorCode::wrong_type, name);
  return nullptr;
}

} // namespace palabre::wire
