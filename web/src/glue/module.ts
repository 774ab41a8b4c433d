// The wasm module behind its flat edge (widget/host/host.cpp). One module serves all threads of a page.

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  palabre_input(size: number): number;
  palabre_output(): number;
  palabre_output_size(): number;
  palabre_open(size: number): number;
  palabre_close(handle: number): void;
  palabre_receive(handle: number, size: number): void;
  palabre_ids_given(handle: number): number;
  palabre_items(handle: number): void;
  palabre_theme(): void;
  palabre_paint(handle: number, size: number): number;
  palabre_forget_textures(handle: number): void;
}

// The module asks for a handful of system calls that its code never reaches (they are how an aborting program says
// good-bye). Answering all of them the same keeps it independent of the compiler's version.
function imports(module: WebAssembly.Module): WebAssembly.Imports {
  const answers: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind === "function") (answers[from] ??= {})[name] = () => 0;
  }
  return answers;
}

async function compile(asked: Promise<Response>): Promise<WebAssembly.Module> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`palabre.wasm: ${answer.status}`);
  const typed = answer.headers.get("content-type") === "application/wasm";
  if (typed && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

export class PalabreModule {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  private constructor(private readonly exports: Exports) {}

  static async load(wasm: Promise<Response>): Promise<PalabreModule> {
    const module = await compile(wasm);
    const instance = await WebAssembly.instantiate(module, imports(module));
    const exports = instance.exports as unknown as Exports;
    exports._initialize();
    return new PalabreModule(exports);
  }

  /** Memory may move with any call, so views are made anew and never kept. */
  get memory(): ArrayBuffer {
    return this.exports.memory.buffer;
  }

  open(config: object): number {
    return this.exports.palabre_open(this.put(JSON.stringify(config)));
  }
  close(handle: number): void {
    this.exports.palabre_close(handle);
  }
  receive(handle: number, event: object): string {
    this.exports.palabre_receive(handle, this.put(JSON.stringify(event)));
    return this.text();
  }
  idsGiven(handle: number): number {
    return this.exports.palabre_ids_given(handle);
  }
  themeProperties(): string[] {
    this.exports.palabre_theme();
    return this.text().split(" ");
  }
  items(handle: number): Uint32Array {
    this.exports.palabre_items(handle);
    return this.words().slice();
  }
  /** `write` fills a frame of `size` bytes. Answers whether another frame is needed. */
  paint(handle: number, size: number, write: (buffer: ArrayBuffer, at: number) => void): boolean {
    const at = this.exports.palabre_input(size);
    write(this.memory, at);
    return this.exports.palabre_paint(handle, size) === 1;
  }
  forgetTextures(handle: number): void {
    this.exports.palabre_forget_textures(handle);
  }
  /** The last output, valid until the next call. */
  words(): Uint32Array {
    return new Uint32Array(this.memory, this.exports.palabre_output(), this.exports.palabre_output_size() >> 2);
  }

  private put(text: string): number {
    const bytes = this.encoder.encode(text);
    const at = this.exports.palabre_input(bytes.length);
    new Uint8Array(this.memory, at, bytes.length).set(bytes);
    return bytes.length;
  }
  private text(): string {
    return this.decoder.decode(
      new Uint8Array(this.memory, this.exports.palabre_output(), this.exports.palabre_output_size()),
    );
  }
}
