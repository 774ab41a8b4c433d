// The page's one WebGL canvas. A thread that is alone on its page shows it as it is; several take turns on it, and each
// copies its picture to a canvas of its own.
import { Renderer } from "./renderer.js";

export interface SurfaceUser {
  layoutChanged(): void;
  contextLost(): void;
  contextRestored(): void;
}

class Surface {
  readonly canvas = document.createElement("canvas");
  private readonly users = new Set<SurfaceUser>();
  private made: Renderer | null = null;
  private lost = false;

  constructor() {
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault(); // or it is never restored
      this.lost = true;
      this.made = null;
      for (const user of this.users) user.contextLost();
    });
    this.canvas.addEventListener("webglcontextrestored", () => {
      this.lost = false;
      for (const user of this.users) user.contextRestored();
    });
  }

  get isLost(): boolean {
    return this.lost;
  }
  get isShared(): boolean {
    return this.users.size > 1;
  }

  /** The first use makes it, and it stays for the threads to come; null: there is no WebGL2 here. */
  renderer(): Renderer | null {
    return (this.made ??= Renderer.make(this.canvas));
  }

  join(user: SurfaceUser): void {
    this.users.add(user);
    for (const one of this.users) one.layoutChanged();
  }
  leave(user: SurfaceUser): void {
    this.users.delete(user);
    for (const one of this.users) one.layoutChanged();
  }
}

export const surface = new Surface();
