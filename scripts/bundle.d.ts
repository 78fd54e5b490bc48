import type { BuildOptions } from 'esbuild'

/** How every program is bundled. */
export declare const bundling: BuildOptions
/** Bundles the sources into `dist` unless that was done since they changed; false when there is nothing to bundle with. */
export function bundleIfStale(root: string): Promise<boolean>
/** Bundles anew, whatever is there; answers the paths of all files that went in. */
export function bundle(root: string): Promise<string[]>
