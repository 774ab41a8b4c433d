#include "server/service/tokens.h"

#include <array>
#include <initializer_list>

#include <sodium.h>

#include "server/auth/token.h"

namespace palabre::service {
namespace {

// Bytes of what is only compared and stored with every comment.
constexpr std::size_t short_hash = crypto_generichash_BYTES_MIN;

// Over the parts with their lengths, so that no two lists of parts give the same bytes.
std::string keyed_hash(const std::string& secret, std::initializer_list<std::string_view> parts,
                       std::size_t size = crypto_generichash_BYTES) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), size);
  for (const std::string_view part : parts) {
    const std::string length = std::to_string(part.size()) + ":";
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(length.data()), length.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
  }
  crypto_generichash_final(&state, hash.data(), size);

  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(size, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), hash.data(), size, variant);
  text.pop_back(); // sodium's terminating NUL
  return text;
}

} // namespace

std::string random_hexadecimal(std::size_t digits) {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string text(bytes.size() * 2 + 1, '\0'); // with sodium's terminating NUL
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.resize(digits);
  return text;
}

std::string edit_token(const Context& context, CommentId id) {
  return keyed_hash(context.secret, {"edit", id.text()});
}

bool is_edit_token(const Context& context, CommentId id, std::string_view token) {
  const std::string right = edit_token(context, id);
  return token.size() == right.size() && sodium_memcmp(token.data(), right.data(), right.size()) == 0;
}

bool is_reader_token(std::string_view token) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return token.size() >= 22 && token.size() <= 64 && token.find_first_not_of(letters) == std::string_view::npos;
}

Expected<void> check_reader_token(std::string_view token) {
  if (token.empty()) return fail(ErrorCode::missing_token, "Authorization");
  if (!is_reader_token(token)) return fail(ErrorCode::wrong_token, "Authorization");
  return {};
}

std::string hash_of_reader(const Context& context, std::string_view token) {
  return is_reader_token(token) ? keyed_hash(context.secret, {"reader", token}, short_hash) : std::string();
}

std::string hash_of_network(const Context& context, std::string_view network) {
  return network.empty() ? std::string() : keyed_hash(context.secret, {"network", network}, short_hash);
}

std::string hash_of_voter_network(const Context& context, PostId poll, std::string_view network) {
  if (network.empty()) return {};
  return keyed_hash(context.secret, {"ballot", poll.text(), network}, short_hash);
}

std::string csrf_token(const Context& context, std::string_view session_token) {
  return keyed_hash(context.secret, {"csrf", session_token});
}

bool is_csrf_token(const Context& context, std::string_view session_token, std::string_view sent) {
  return auth::are_equal(sent, csrf_token(context, session_token));
}

std::string bind_idempotency_key(const Context& context, const std::string& key, const storage::NewComment& comment) {
  if (key.empty()) return {};
  return keyed_hash(context.secret, {"idempotency", key, comment.page, comment.parent ? comment.parent->text() : "",
                                     comment.author.name, comment.author.website, comment.email, comment.body});
}

} // namespace palabre::service
