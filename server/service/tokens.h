// Keyed hashes of what the server knows, handed out so that nothing has to be stored.
#pragma once

#include <string>
#include <string_view>

#include "server/service/comments.h"

namespace palabre::service {

// In constant time over tokens of the right length.
[[nodiscard]] bool is_edit_token(const Context& context, CommentId id, std::string_view token);

// As many random digits, 64 at most: a contest's seed, an entry's receipt.
[[nodiscard]] std::string random_hexadecimal(std::size_t digits);

// 22 … 64 characters of base64url, as readers' browsers make them.
[[nodiscard]] bool is_reader_token(std::string_view token);
// missing_token, wrong_token.
[[nodiscard]] Expected<void> check_reader_token(std::string_view token);
// Of a token that is none, and of an empty network: empty. Nothing leads back from a hash.
[[nodiscard]] std::string hash_of_reader(const Context& context, std::string_view token);
[[nodiscard]] std::string hash_of_network(const Context& context, std::string_view network);

// Of one poll's ballots only: the same network has another hash in each poll, so nobody is followed from one to the
// next.
[[nodiscard]] std::string hash_of_voter_network(const Context& context, PostId poll, std::string_view network);

// What a desk's page proves itself with beside the session's cookie, which the browser sends by itself.
[[nodiscard]] std::string csrf_token(const Context& context, std::string_view session_token);
[[nodiscard]] bool is_csrf_token(const Context& context, std::string_view session_token, std::string_view sent);

// What the store keeps of an idempotency key: a hash over the key and the whole comment. A key that a client uses again
// for other words is so another key: the words are not lost, and nobody gets an edit token by guessing a key. Empty for
// an empty key.
[[nodiscard]] std::string bind_idempotency_key(const Context& context, const std::string& key,
                                               const storage::NewComment& comment);

} // namespace palabre::service
