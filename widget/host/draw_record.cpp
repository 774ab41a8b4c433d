#include "widget/host/draw_record.h"

#include <cstring>

#include <imgui.h>

namespace palabre::host {

namespace {

static_assert(sizeof(ImDrawVert) == 20 && sizeof(ImDrawIdx) == 2);

std::uint32_t address(const void* pointer) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

std::uint32_t word(float value) {
  std::uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

std::uint32_t count(int value) {
  return static_cast<std::uint32_t>(value);
}

// Whole textures, for ours are small and hardly ever change.
void put_texture(ImTextureData& texture, std::vector<std::uint32_t>& words) {
  const bool gone = texture.Status == ImTextureStatus_WantDestroy;
  if (texture.TexID == ImTextureID_Invalid) texture.SetTexID(static_cast<ImTextureID>(texture.UniqueID));
  words.insert(words.end(), {static_cast<std::uint32_t>(texture.TexID), count(texture.Width), count(texture.Height),
                             gone ? 0 : address(texture.GetPixels())});
  if (gone) texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
}

void put_list(const ImDrawList& list, std::vector<std::uint32_t>& words) {
  words.insert(words.end(), {address(list.VtxBuffer.Data), count(list.VtxBuffer.Size), address(list.IdxBuffer.Data),
                             count(list.IdxBuffer.Size), count(list.CmdBuffer.Size)});
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    words.insert(words.end(), {word(clip.x), word(clip.y), word(clip.z), word(clip.w),
                               static_cast<std::uint32_t>(command.GetTexID()), command.VtxOffset, command.IdxOffset,
                               command.ElemCount});
  }
}

} // namespace

std::vector<std::uint32_t> draw_words(ImDrawData& data) {
  std::vector<std::uint32_t> words{0, count(data.CmdListsCount)};
  for (ImTextureData* texture : *data.Textures) {
    const bool seen = texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed;
    if (seen) continue;
    ++words[0];
    put_texture(*texture, words);
  }
  for (const ImDrawList* list : data.CmdLists) put_list(*list, words);
  return words;
}

} // namespace palabre::host
