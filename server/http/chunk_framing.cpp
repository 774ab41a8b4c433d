#include "server/http/chunk_framing.h"

#include <algorithm>

namespace palabre::http {
namespace {

constexpr unsigned digits_limit = 8; // 4 GiB; far beyond any limit of ours, and no overflow

constexpr int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_text(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

} // namespace

bool ChunkFraming::accept(std::string_view bytes) {
  while (!bytes.empty() && state_ != State::ended && state_ != State::bad) {
    if (state_ == State::data) {
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(size_, bytes.size()));
      size_ -= count;
      bytes.remove_prefix(count);
      if (size_ == 0) state_ = State::data_cr;
      continue;
    }
    state_ = after(bytes.front());
    bytes.remove_prefix(1);
  }
  return state_ != State::bad;
}

ChunkFraming::State ChunkFraming::after(char byte) {
  switch (state_) {
  case State::size: return after_size(byte);
  case State::extension: return extra(byte, State::extension, State::size_end);
  case State::size_end: return byte == '\n' ? after_size_line() : State::bad;
  case State::data_cr: return byte == '\r' ? State::data_lf : State::bad;
  case State::data_lf: return byte == '\n' ? State::size : State::bad;
  case State::trailer: return extra(byte, State::trailer, State::trailer_lf);
  case State::trailer_lf:
    if (byte != '\n') return State::bad;
    if (line_ == 0) return State::ended;
    line_ = 0;
    return State::trailer;
  case State::data:
  case State::ended:
  case State::bad: break;
  }
  return state_;
}

ChunkFraming::State ChunkFraming::after_size(char byte) {
  const int digit = digit_value(byte);
  if (digit >= 0) {
    if (++digits_ > digits_limit) return State::bad;
    size_ = size_ * 16 + static_cast<std::uint64_t>(digit);
    return State::size;
  }
  if (digits_ == 0) return State::bad;
  if (byte == '\r') return State::size_end;
  return byte == ';' ? State::extension : State::bad;
}

ChunkFraming::State ChunkFraming::after_size_line() {
  digits_ = 0;
  line_ = 0;
  return size_ == 0 ? State::trailer : State::data;
}

ChunkFraming::State ChunkFraming::extra(char byte, State line, State line_end) {
  if (byte == '\r') return line_end;
  ++line_;
  return ++extras_ > extras_limit || !is_text(byte) ? State::bad : line;
}

} // namespace palabre::http
