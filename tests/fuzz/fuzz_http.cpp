// Any bytes as a request's head, as a query, as a path and as the headers that hold lists.
#include "server/http/chunk_framing.h"
#include "server/http/client.h"
#include "server/http/head.h"
#include "server/http/negotiation.h"
#include "server/http/target.h"
#include "shared/text/utf8.h"
#include "shared/wire/routes.h"
#include "tests/fuzz/property.h"

using namespace palabre;

namespace {

void check_head(const http::Head& head, std::string_view text) {
  const http::Request& request = head.request;
  fuzz::require(!request.path.empty() && request.path.front() == '/', "a path");
  fuzz::require(request.headers.size() <= http::header_count_limit, "as many headers as are allowed");
  for (const http::HeaderView& header : request.headers) {
    fuzz::require(header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos,
                  "a value is one line");
    fuzz::require(header.name.data() >= text.data() && header.name.data() < text.data() + text.size(), "a view");
  }
}

// However the bytes are cut, the same ones are refused.
void check_chunks(std::string_view raw) {
  http::ChunkFraming whole;
  http::ChunkFraming pieces;
  bool accepted = true;
  for (std::size_t at = 0; at < raw.size(); ++at) accepted = pieces.accept(raw.substr(at, 1));
  fuzz::require(whole.accept(raw) == accepted, "the same in pieces");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view raw = fuzz::as_text(data, size);
  check_chunks(raw);
  if (const auto head = http::parse_head(raw)) check_head(*head, raw);
  const std::string request = "GET /" + std::string(raw.substr(0, raw.find('\n'))) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  if (const auto head = http::parse_head(request)) check_head(*head, request);
  if (const auto query = http::parse_parameters(raw, http::Lines::refused)) {
    for (const char* name : {"a", "page", "site"}) {
      for (const std::string& value : query->all(name)) {
        fuzz::require(text::is_valid_utf8(value) && !text::find_forbidden(value), "a value is text");
      }
    }
  }
  for (const wire::RouteInfo& route : wire::routes()) (void)http::match_path(route.path, raw);
  (void)http::choose_coding(raw);
  (void)http::matches_etag(raw, "\"tag\"");
  if (const auto network = http::parse_network(raw)) fuzz::require(network->contains(network->address), "its own");
  return 0;
}
