// Dear ImGui's configuration (IMGUI_USER_CONFIG), for every target. What people read is DOM text, so no font is built
// in.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_SSE

// Takes stb_truetype out; widget/paint/font_loader.cpp answers for GetFontLoader().
#define IMGUI_ENABLE_FREETYPE

// A misuse of the library is our own bug: it asserts, and release builds carry no words about it.
#define IM_ASSERT_USER_ERROR(_EXPR, _MSG) IM_ASSERT((_EXPR) && _MSG)
