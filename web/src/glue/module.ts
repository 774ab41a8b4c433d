// The wasm module behind its flat edge (widget/host/host.cpp). One module serves all threads of a page.

import type { Buffers } from "../common/wasm.js";
import { instantiate, TextEdge } from "../common/wasm.js";

interface Exports extends Buffers {
  palabre_open(size: number): number;
  palabre_close(handle: number): void;
  palabre_receive(handle: number, size: number): void;
  palabre_ids_given(handle: number): number;
  palabre_items(handle: number): void;
  palabre_take_items(handle: number, size: number): void;
  palabre_theme(): void;
  palabre_paint(handle: number, pane: number, size: number): number;
  palabre_forget_textures(handle: number, pane: number): void;
}

export class PalabreModule extends TextEdge<Exports> {
  static async load(wasm: Promise<Response>): Promise<PalabreModule> {
    return new PalabreModule(await instantiate<Exports>(wasm));
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
  /** Another module's items, to be painted as this session's. */
  takeItems(handle: number, items: Uint32Array): void {
    this.exports.palabre_take_items(handle, this.putBytes(new Uint8Array(items.buffer)));
  }
  /** `write` fills a frame of `size` bytes. Answers whether another frame is needed. */
  paint(handle: number, pane: number, size: number, write: (buffer: ArrayBuffer, at: number) => void): boolean {
    const at = this.exports.palabre_input(size);
    write(this.memory, at);
    return this.exports.palabre_paint(handle, pane, size) === 1;
  }
  forgetTextures(handle: number, pane: number): void {
    this.exports.palabre_forget_textures(handle, pane);
  }
  /** The last output, valid until the next call. */
  words(): Uint32Array {
    return new Uint32Array(this.memory, this.exports.palabre_output(), this.exports.palabre_output_size() >> 2);
  }
}
