#include "server/service/tokens.h"

#include <array>
#include <initializer_list>

#include <sodium.h>

namespace palabre::service {
namespace {

// Over the parts with their lengths, so that no two lists of parts give the same bytes.
std::string keyed_hash(const std::string& secret, std::initializer_list<std::string_view> parts) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), hash.size());
  for (const std::string_view part : parts) {
    const std::string length = std::to_string(part.size()) + ":";
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(length.data()), length.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
  }
  crypto_generichash_final(&state, hash.data(), hash.size());

  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(hash.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), hash.data(), hash.size(), variant);
  text.pop_back(); // sodium's terminating NUL
  return text;
}

} // namespace

std::string edit_token(const Context& context, CommentId id) {
  return keyed_hash(context.secret, {"edit", id.text()});
}

bool is_edit_token(const Context& context, CommentId id, std::string_view token) {
  const std::string right = edit_token(context, id);
  return token.size() == right.size() && sodium_memcmp(token.data(), right.data(), right.size()) == 0;
}

std::string bind_idempotency_key(const Context& context, const std::string& key, const storage::NewComment& comment) {
  if (key.empty()) return {};
  return keyed_hash(context.secret, {"idempotency", key, comment.page, comment.parent ? comment.parent->text() : "",
                                     comment.author.name, comment.author.website, comment.email, comment.body});
}

} // namespace palabre::service
