// Loading one of our wasm modules, which take no imports of weight, and passing texts through its two buffers.

export interface Buffers {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  palabre_input(size: number): number;
  palabre_output(): number;
  palabre_output_size(): number;
}

// A module asks for a handful of system calls that its code never reaches (they are how an aborting program says
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
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const typed = answer.headers.get("content-type") === "application/wasm";
  if (typed && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

export async function instantiate<Exports extends Buffers>(wasm: Promise<Response>): Promise<Exports> {
  const module = await compile(wasm);
  const exports = (await WebAssembly.instantiate(module, imports(module))).exports as unknown as Exports;
  exports._initialize();
  return exports;
}

/** Memory may move with any call, so views are made anew and never kept. */
export class TextEdge<Exports extends Buffers> {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  constructor(protected readonly exports: Exports) {}

  get memory(): ArrayBuffer {
    return this.exports.memory.buffer;
  }
  protected putBytes(bytes: Uint8Array): number {
    const at = this.exports.palabre_input(bytes.length);
    new Uint8Array(this.memory, at, bytes.length).set(bytes);
    return bytes.length;
  }
  protected put(text: string): number {
    return this.putBytes(this.encoder.encode(text));
  }
  protected text(): string {
    return this.decoder.decode(
      new Uint8Array(this.memory, this.exports.palabre_output(), this.exports.palabre_output_size()),
    );
  }
}
