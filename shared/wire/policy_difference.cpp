#include "shared/wire/policy_difference.h"

#include <algorithm>
#include <array>
#include <set>

#include "shared/wire/codec_policy_parts.h"

namespace palabre::wire {
namespace {

using Entries = std::vector<std::string>;
using Names = std::set<std::string_view>;

constexpr std::array<std::string_view, 5> list_names{"words.hold", "words.reject", "words.allow", "blocked_domains",
                                                     "trusted_domains"};

template <class Policy> auto& entries_of(std::size_t list, Policy& policy) {
  switch (list) {
  case 0: return policy.words.hold;
  case 1: return policy.words.reject;
  case 2: return policy.words.allow;
  case 3: return policy.blocked_domains;
  default: return policy.trusted_domains;
  }
}

Entries without(const Entries& all, const Entries& others) {
  const Names known(others.begin(), others.end());
  Names seen;
  Entries left;
  for (const std::string& entry : all) {
    if (known.count(entry) == 0 && seen.insert(entry).second) left.push_back(entry);
  }
  return left;
}

// The policy's plain members as JSON values; written by the codec and read back, so that there is one list of them.
JsonValue plain_members(const rules::Policy& policy) {
  std::string json;
  JsonWriter writer(json);
  write_policy(writer, policy, Lists::left_out);
  return parse_json(json).value_or(JsonValue{});
}

void write_value(JsonWriter& writer, const JsonValue& value) {
  switch (value.kind) {
  case JsonKind::boolean: writer.boolean(value.boolean); return;
  case JsonKind::integer: writer.integer(value.integer); return;
  case JsonKind::fraction: writer.thousandths(static_cast<float>(value.fraction)); return;
  case JsonKind::string: writer.string(value.text); return;
  case JsonKind::null:
  case JsonKind::array:
  case JsonKind::object: writer.null(); return;
  }
}

std::string text_of(const JsonValue& value) {
  std::string text;
  JsonWriter writer(text);
  write_value(writer, value);
  return text;
}

void write_list(JsonWriter& writer, std::string_view name, std::string_view what, const Entries& entries) {
  if (entries.empty()) return;
  writer.key(name);
  writer.begin_object();
  writer.member(what, entries);
  writer.end_object();
}

// What a list of the change holds under "added" or "removed".
Entries entries_in(const JsonValue& side, std::string_view name, std::string_view what) {
  Entries entries;
  const JsonValue* list = side.find(name);
  const JsonValue* found = list != nullptr ? list->find(what) : nullptr;
  if (found == nullptr) return entries;
  for (const JsonValue& child : found->children) entries.push_back(child.text);
  return entries;
}

bool is_list(std::string_view name) {
  return std::find(list_names.begin(), list_names.end(), name) != list_names.end();
}

Expected<void> take_back_list(std::size_t list, const JsonValue& before, const JsonValue& after,
                              rules::Policy& policy) {
  Entries& present = entries_of(list, policy);
  const Entries added = entries_in(after, list_names[list], "added");
  const Entries removed = entries_in(before, list_names[list], "removed");
  if (!without(added, present).empty()) return fail(ErrorCode::settings_changed, std::string(list_names[list]));
  if (!added.empty()) {
    const Names gone(added.begin(), added.end());
    std::erase_if(present, [&](const std::string& entry) { return gone.count(entry) != 0; });
  }
  const Entries missing = without(removed, present);
  present.insert(present.end(), missing.begin(), missing.end());
  return {};
}

// As the policy's own JSON with the plain members of `before`, where they still are as `after` says.
Expected<std::string> plain_back(const JsonValue& present, const JsonValue& before, const JsonValue& after) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  for (const JsonValue& member : after.children) {
    if (is_list(member.name)) continue;
    const JsonValue* now = present.find(member.name);
    const JsonValue* former = before.find(member.name);
    if (now == nullptr || former == nullptr || text_of(*now) != text_of(member)) {
      return fail(ErrorCode::settings_changed, member.name);
    }
    writer.key(member.name);
    write_value(writer, *former);
  }
  writer.end_object();
  return json;
}

JsonValue object_of(std::string_view json) {
  return parse_json(json).value_or(JsonValue{});
}

} // namespace

PolicyDifference difference(const rules::Policy& before, const rules::Policy& after) {
  PolicyDifference found;
  JsonWriter former(found.before);
  JsonWriter next(found.after);
  former.begin_object();
  next.begin_object();
  const JsonValue old_members = plain_members(before);
  for (const JsonValue& member : plain_members(after).children) {
    const JsonValue* old = old_members.find(member.name);
    if (old == nullptr || text_of(*old) == text_of(member)) continue;
    former.key(member.name);
    write_value(former, *old);
    next.key(member.name);
    write_value(next, member);
  }
  for (std::size_t list = 0; list < list_names.size(); ++list) {
    write_list(former, list_names[list], "removed", without(entries_of(list, before), entries_of(list, after)));
    write_list(next, list_names[list], "added", without(entries_of(list, after), entries_of(list, before)));
  }
  former.end_object();
  next.end_object();
  if (found.before == "{}" && found.after == "{}") return {};
  return found;
}

Expected<rules::Policy> take_back(const rules::Policy& present, std::string_view before, std::string_view after) {
  const JsonValue former = object_of(before);
  const JsonValue next = object_of(after);
  const auto plain = plain_back(plain_members(present), former, next);
  if (!plain) return tl::unexpected(plain.error());
  auto policy = decode_policy(*plain, present);
  if (!policy) return fail(ErrorCode::settings_changed, policy.error().field);
  for (std::size_t list = 0; list < list_names.size(); ++list) {
    if (auto taken = take_back_list(list, former, next, *policy); !taken) return tl::unexpected(taken.error());
  }
  return policy;
}

} // namespace palabre::wire
