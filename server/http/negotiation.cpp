#include "server/http/negotiation.h"

#include <array>

#include <brotli/encode.h>
#include <sodium.h>
#include <zlib.h>

#include "server/http/message.h"

namespace palabre::http {
namespace {

// A page compresses once and is read many times; past 5 the time doubles for about one per cent.
constexpr int brotli_quality = 5;
constexpr int gzip_level = 6;
constexpr int gzip_window = 15 + 16; // zlib's way of asking for a gzip header

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view item = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return trim(item);
}

// Thousandths; "0.5" → 500; what is no weight counts as 0.
int parse_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
  int weight = (text[0] - '0') * 1000;
  if (text.size() > 1 && text[1] != '.') return 0;
  int unit = 100;
  for (const char digit : text.substr(text.size() > 2 ? 2 : text.size())) {
    if (digit < '0' || digit > '9') return 0;
    weight += (digit - '0') * unit;
    unit /= 10;
  }
  return weight > 1000 ? 1000 : weight;
}

int weight_of(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view one = take_until(parameters, ';');
    if (one.size() > 2 && (one[0] == 'q' || one[0] == 'Q') && one[1] == '=') return parse_weight(one.substr(2));
  }
  return 1000;
}

constexpr int not_named = -1;

} // namespace

std::string_view to_name(Coding coding) {
  switch (coding) {
  case Coding::gzip: return "gzip";
  case Coding::brotli: return "br";
  case Coding::identity: break;
  }
  return "identity";
}

Coding choose_coding(std::string_view accept_encoding) {
  int brotli = not_named;
  int gzip = not_named;
  int identity = not_named;
  int others = not_named;
  while (!accept_encoding.empty()) {
    std::string_view item = take_until(accept_encoding, ',');
    const std::string_view name = take_until(item, ';');
    const int weight = weight_of(item);
    if (equal_ignoring_case(name, "br")) brotli = weight;
    if (equal_ignoring_case(name, "gzip") || equal_ignoring_case(name, "x-gzip")) gzip = weight;
    if (equal_ignoring_case(name, "identity")) identity = weight;
    if (name == "*") others = weight;
  }
  const int unnamed = others == not_named ? 0 : others;
  if (brotli == not_named) brotli = unnamed;
  if (gzip == not_named) gzip = unnamed;
  if (identity == not_named) identity = others == not_named ? 1 : others; // acceptable, yet the last choice
  if (brotli > 0 && brotli >= gzip && brotli >= identity) return Coding::brotli;
  if (gzip > 0 && gzip >= identity) return Coding::gzip;
  return Coding::identity;
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  if (trim(if_none_match) == "*") return true;
  while (!if_none_match.empty()) {
    std::string_view one = take_until(if_none_match, ',');
    if (one.substr(0, 2) == "W/") one.remove_prefix(2);
    if (one == etag) return true;
  }
  return false;
}

std::string compress_gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib's signature; it only reads
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return result == Z_STREAM_END ? out : std::string();
}

std::string compress_brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  const auto* input = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(), input, &size,
                            reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_FALSE) {
    return {};
  }
  out.resize(size);
  return out;
}

std::string content_tag(std::string_view bytes) {
  constexpr std::size_t tag_bytes = 16; // libsodium's least
  std::array<unsigned char, tag_bytes> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  std::array<char, tag_bytes * 2 + 1> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  return '"' + std::string(text.data(), 24) + '"';
}

} // namespace palabre::http
