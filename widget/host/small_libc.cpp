// The few C library functions whose full forms are large (long double arithmetic, every conversion), for the reader's
// module only. Who calls them: Dear ImGui for arcs, the names of windows and settings files, which we have none of; the
// JSON reader for numbers with a fraction and in its messages.
#include <algorithm>
#include <cstdarg>
#include <cstddef>
#include <cstdint>

namespace {

class Writer {
public:
  Writer(char* to, std::size_t room) : to_(to), room_(room) {}
  void put(char c) {
    if (written_ + 1 < room_) to_[written_] = c;
    ++written_;
  }
  void put(const char* text, int limit) {
    for (int i = 0; text[i] != '\0' && (limit < 0 || i < limit); ++i) put(text[i]);
  }
  void put_number(std::uint64_t value, unsigned base, int width, char fill, bool upper) {
    char digits[24];
    int count = 0;
    do {
      const unsigned digit = static_cast<unsigned>(value % base);
      digits[count++] = static_cast<char>(digit < 10 ? '0' + digit : (upper ? 'A' : 'a') + digit - 10);
      value /= base;
    } while (value != 0);
    for (int i = count; i < width; ++i) put(fill);
    while (count > 0) put(digits[--count]);
  }
  int finish() {
    if (room_ > 0) to_[std::min(written_, room_ - 1)] = '\0';
    return static_cast<int>(written_);
  }

private:
  char* to_;
  std::size_t room_;
  std::size_t written_{0};
};

struct Conversion {
  char fill{' '};
  int width{0};
  int precision{-1};
  int longs{0};
};

const char* read_conversion(const char* at, Conversion& conversion) {
  if (*at == '0') conversion.fill = '0', ++at;
  while (*at >= '0' && *at <= '9') conversion.width = conversion.width * 10 + (*at++ - '0');
  if (*at == '.') {
    conversion.precision = 0;
    ++at;
    while (*at >= '0' && *at <= '9') conversion.precision = conversion.precision * 10 + (*at++ - '0');
  }
  for (; *at == 'l' || *at == 'z' || *at == 'h'; ++at) conversion.longs += *at == 'l' ? 1 : 0;
  return at;
}

void put_fraction(Writer& writer, double value, int precision) {
  if (value < 0) writer.put('-'), value = -value;
  const int places = precision < 0 ? 6 : std::min(precision, 9);
  std::uint64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const double largest = 1e18 / static_cast<double>(scale);
  const auto scaled = static_cast<std::uint64_t>(std::min(value, largest) * static_cast<double>(scale) + 0.5);
  writer.put_number(scaled / scale, 10, 0, ' ', false);
  if (places == 0) return;
  writer.put('.');
  writer.put_number(scaled % scale, 10, places, '0', false);
}

void put_integer(Writer& writer, const Conversion& conversion, char kind, std::uint64_t bits) {
  const auto value = static_cast<std::int64_t>(bits);
  const bool negative = (kind == 'd' || kind == 'i') && value < 0;
  if (negative) writer.put('-');
  const unsigned base = kind == 'x' || kind == 'X' || kind == 'p' ? 16 : 10;
  const int width = conversion.precision >= 0 ? conversion.precision : conversion.width;
  const char fill = conversion.precision >= 0 ? '0' : conversion.fill;
  writer.put_number(negative ? 0 - bits : bits, base, width, fill, kind == 'X');
}

constexpr double half_pi = 1.5707963267948966;

// Taylor's series about zero, of the angle brought to ±π/2: right to a few parts in 10^8.
double sine(double angle) {
  const double turns = angle / (2 * half_pi);
  const auto half_turns = static_cast<std::int64_t>(turns < 0 ? turns - 0.5 : turns + 0.5);
  const double x = angle - static_cast<double>(half_turns) * 2 * half_pi;
  const double square = x * x;
  double value = 1;
  for (int n = 12; n > 0; n -= 2) value = 1 - value * square / (n * (n + 1));
  return (half_turns % 2 != 0 ? -x : x) * value;
}

} // namespace

extern "C" {

// %s %c %d %i %u %x %X %p %f, with width, precision and zeros in front; other conversions are copied as they stand.
int vsnprintf(char* to, std::size_t room, const char* format, va_list arguments) {
  Writer writer(to, room);
  for (const char* at = format; *at != '\0'; ++at) {
    if (*at != '%') {
      writer.put(*at);
      continue;
    }
    Conversion conversion;
    at = read_conversion(at + 1, conversion);
    const bool wide = conversion.longs > 1;
    switch (*at) {
    case '\0': return writer.finish();
    case 's': writer.put(va_arg(arguments, const char*), conversion.precision); break;
    case 'c': writer.put(static_cast<char>(va_arg(arguments, int))); break;
    case 'd':
    case 'i': {
      const std::int64_t value = wide ? va_arg(arguments, long long) : va_arg(arguments, int);
      put_integer(writer, conversion, *at, static_cast<std::uint64_t>(value));
      break;
    }
    case 'u':
    case 'x':
    case 'X':
    case 'p': {
      const std::uint64_t value = wide ? va_arg(arguments, unsigned long long) : va_arg(arguments, unsigned);
      put_integer(writer, conversion, *at, value);
      break;
    }
    case 'f':
    case 'g': put_fraction(writer, va_arg(arguments, double), conversion.precision); break;
    default: writer.put(*at);
    }
  }
  return writer.finish();
}

int snprintf(char* to, std::size_t room, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int written = vsnprintf(to, room, format, arguments);
  va_end(arguments);
  return written;
}

// Nothing is read this way here.
int sscanf(const char*, const char*, ...) {
  return 0;
}

// Decimal numbers; exact for integers up to 2^53, within a few last digits otherwise.
double strtod(const char* text, char** end) {
  const char* at = text;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  double value = 0;
  int exponent = 0;
  for (; *at >= '0' && *at <= '9'; ++at) value = value * 10 + (*at - '0');
  if (*at == '.') {
    for (++at; *at >= '0' && *at <= '9'; ++at, --exponent) value = value * 10 + (*at - '0');
  }
  if (*at == 'e' || *at == 'E') {
    const bool small = *++at == '-';
    if (*at == '-' || *at == '+') ++at;
    int given = 0;
    for (; *at >= '0' && *at <= '9'; ++at) given = std::min(given * 10 + (*at - '0'), 9999);
    exponent += small ? -given : given;
  }
  const double step = exponent < 0 ? 0.1 : 10;
  for (int i = std::min(exponent < 0 ? -exponent : exponent, 400); i > 0; --i) value *= step;
  if (end != nullptr) *end = const_cast<char*>(at);
  return negative ? -value : value;
}

// Of angles within some turns, as arcs have: the C library also reduces angles of millions, with tables for it.
float sinf(float angle) {
  return static_cast<float>(sine(static_cast<double>(angle)));
}
float cosf(float angle) {
  return static_cast<float>(sine(static_cast<double>(angle) + half_pi));
}

float strtof(const char* text, char** end) {
  return static_cast<float>(strtod(text, end));
}
long double strtold(const char* text, char** end) {
  return strtod(text, end);
}

} // extern "C"
