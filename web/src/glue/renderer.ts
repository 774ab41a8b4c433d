// Draws ImDrawData (widget/host/draw_record.h) with WebGL2. Browsers take away the oldest of a page's sixteen contexts, so
// there is one, and it serves all threads of the page.

const vertexShader = `#version 300 es
uniform vec2 size;
layout(location=0) in vec2 position;
layout(location=1) in vec2 place;
layout(location=2) in vec4 colour;
out vec2 at;
out vec4 tint;
void main() {
  at = place;
  tint = colour;
  gl_Position = vec4(position / size * vec2(2, -2) + vec2(-1, 1), 0, 1);
}`;
const fragmentShader = `#version 300 es
precision mediump float;
uniform sampler2D picture;
in vec2 at;
in vec4 tint;
out vec4 shown;
void main() {
  shown = tint * texture(picture, at);
}`;
const vertexSize = 20; // bytes: x, y, u, v, and a colour

function compile(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error("no shader");
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? "link");
  return program;
}

/** Of one thread: the module numbers each thread's textures from one. */
export type Textures = Map<number, WebGLTexture>;

export class Renderer {
  private textures: Textures = new Map();
  private readonly size: WebGLUniformLocation | null;
  private readonly vertices: WebGLBuffer;
  private readonly indices: WebGLBuffer;

  private constructor(private readonly gl: WebGL2RenderingContext) {
    const program = compile(gl);
    this.size = gl.getUniformLocation(program, "size");
    this.vertices = gl.createBuffer();
    this.indices = gl.createBuffer();
    gl.useProgram(program);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.indices);
    for (const location of [0, 1, 2]) gl.enableVertexAttribArray(location);
    gl.enable(gl.BLEND);
    gl.enable(gl.SCISSOR_TEST);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** null: there is no WebGL2 here. */
  static make(canvas: HTMLCanvasElement): Renderer | null {
    try {
      const gl = canvas.getContext("webgl2", { alpha: true, antialias: false, depth: false, stencil: false });
      return gl && new Renderer(gl);
    } catch {
      return null;
    }
  }

  get largest(): number {
    return this.gl.getParameter(this.gl.MAX_RENDERBUFFER_SIZE) as number;
  }

  draw(memory: ArrayBuffer, words: Uint32Array, textures: Textures): void {
    const { gl } = this;
    this.textures = textures;
    const { width, height } = gl.canvas;
    gl.viewport(0, 0, width, height);
    gl.scissor(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(this.size, width, height);
    let at = 2;
    for (let i = 0; i < words[0]!; ++i, at += 4) this.setTexture(memory, words.subarray(at, at + 4));
    for (let i = 0; i < words[1]!; ++i) at = this.drawList(memory, words, at);
  }

  forget(textures: Textures): void {
    for (const texture of textures.values()) this.gl.deleteTexture(texture);
    textures.clear();
  }

  private setTexture(memory: ArrayBuffer, [id, width, height, pixels]: Uint32Array): void {
    const { gl } = this;
    if (!pixels) {
      gl.deleteTexture(this.textures.get(id!) ?? null);
      this.textures.delete(id!);
      return;
    }
    const texture = this.textures.get(id!) ?? gl.createTexture();
    this.textures.set(id!, texture);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const axis of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, axis, gl.CLAMP_TO_EDGE);
    for (const use of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, use, gl.LINEAR);
    const bytes = new Uint8Array(memory, pixels, width! * height! * 4);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width!, height!, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  }

  private drawList(memory: ArrayBuffer, words: Uint32Array, start: number): number {
    const { gl } = this;
    const [vertices, vertexCount, indices, indexCount, commands] = words.subarray(
      start,
      start + 5,
    ) as unknown as number[];
    gl.bufferData(gl.ARRAY_BUFFER, new Uint8Array(memory, vertices, vertexCount! * vertexSize), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint8Array(memory, indices, indexCount! * 2), gl.STREAM_DRAW);
    const floats = new Float32Array(words.buffer, words.byteOffset, words.length);
    let at = start + 5;
    for (let i = 0; i < commands!; ++i, at += 8)
      this.drawCommand(floats.subarray(at, at + 4), words.subarray(at + 4, at + 8));
    return at;
  }

  private drawCommand(clip: Float32Array, [texture, firstVertex, firstIndex, count]: Uint32Array): void {
    const { gl } = this;
    const [left, top, right, bottom] = clip as unknown as [number, number, number, number];
    if (!count || right <= left || bottom <= top) return;
    gl.scissor(left, gl.canvas.height - bottom, right - left, bottom - top);
    gl.bindTexture(gl.TEXTURE_2D, this.textures.get(texture!) ?? null);
    const from = firstVertex! * vertexSize;
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexSize, from);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexSize, from + 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexSize, from + 16);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, firstIndex! * 2);
  }
}
