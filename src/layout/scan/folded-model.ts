import {
  floatAttribute,
  type OnnxGraph,
  type OnnxNode,
  type OnnxTensor,
  readOnnx,
  wholeNumbers,
  writeOnnx,
} from "./onnx-graph.ts";

/**
 * The same network in fewer steps: scales and shifts around a convolution become part of its weights, a hard swish drawn out over five
 * steps is one of two. Half the time of PP-OCR's recogniser goes into these. What it computes stays the same but for the last bits.
 */
export function folded(model: Uint8Array): Uint8Array {
  const graph = new Graph(readOnnx(model));
  graph.dropOnes();
  graph.shortenHardSwish();
  graph.foldAfter();
  graph.foldBefore();
  return writeOnnx(graph.result());
}

class Graph {
  readonly #rest: OnnxGraph;
  #nodes: OnnxNode[];
  readonly #tensors: Map<string, OnnxTensor>;
  #fresh = 0;

  constructor(graph: OnnxGraph) {
    this.#rest = graph;
    this.#nodes = [...graph.nodes];
    this.#tensors = new Map(graph.tensors);
  }

  result(): OnnxGraph {
    return { ...this.#rest, nodes: this.#nodes, tensors: this.#tensors };
  }

  /** Times one. */
  dropOnes(): void {
    for (const node of this.#nodes.filter(({ op }) => op === "Mul")) {
      const [number, other] = this.#withNumber(node) ?? [];
      if (number !== 1 || other === undefined) continue;
      this.#drop(node);
      this.#rename(node.outputs[0]!, other);
    }
  }

  /** x · clip(x + 3, 0, 6) ÷ 6. */
  shortenHardSwish(): void {
    for (const divide of this.#nodes.filter(({ op }) => op === "Div")) {
      const times = this.#maker(divide.inputs[0]!);
      if (this.#number(divide.inputs[1]) !== 6 || times?.op !== "Mul") continue;
      const clip = times.inputs.map((name) => this.#maker(name)).find((node) => node?.op === "Clip");
      const plus = clip && this.#maker(clip.inputs[0]!);
      if (!clip || plus?.op !== "Add" || clip.attributes.length !== 2) continue;
      const [three, x] = this.#withNumber(plus) ?? [];
      if (three !== 3 || x === undefined || !times.inputs.includes(x)) continue;
      if ([plus, clip, times].some(({ outputs }) => this.#takers(outputs[0]!).length !== 1)) continue;
      const share = this.#name();
      const attributes = [floatAttribute("alpha", 1 / 6), floatAttribute("beta", 0.5)];
      this.#replace(divide, [
        { op: "HardSigmoid", inputs: [x], outputs: [share], attributes },
        { op: "Mul", inputs: [x, share], outputs: divide.outputs, attributes: [] },
      ]);
      for (const node of [plus, clip, times]) this.#drop(node);
    }
  }

  /** A convolution, then times and plus one number: both become part of it. */
  foldAfter(): void {
    for (const conv of this.#nodes.filter(({ op }) => op === "Conv")) {
      let last = conv;
      let [scale, shift] = [1, 0];
      const gone: OnnxNode[] = [];
      for (;;) {
        const [next, ...others] = this.#takers(last.outputs[0]!);
        if (!next || others.length > 0 || (next.op !== "Mul" && next.op !== "Add")) break;
        const number = this.#withNumber(next)?.[0];
        if (number === undefined) break;
        [scale, shift] = next.op === "Mul" ? [scale * number, shift * number] : [scale, shift + number];
        gone.push(next);
        last = next;
      }
      const weights = this.#tensors.get(conv.inputs[1]!);
      if (gone.length === 0 || !weights) continue;
      const bias = this.#tensors.get(conv.inputs[2] ?? "")?.values ?? new Float32Array(weights.dims[0]!);
      const inputs = [
        conv.inputs[0]!,
        this.#keep({ dims: weights.dims, values: weights.values.map((value) => value * scale) }),
        this.#keep({ dims: [bias.length], values: bias.map((value) => value * scale + shift) }),
      ];
      for (const node of gone) this.#drop(node);
      this.#replace(conv, [{ ...conv, inputs, outputs: last.outputs }]);
    }
  }

  /** Times and plus one number before a convolution: the first becomes part of it, the second too where it adds no border of zeros. */
  foldBefore(): void {
    for (const conv of this.#nodes.filter(({ op }) => op === "Conv")) {
      const plus = this.#maker(conv.inputs[0]!);
      const times = plus?.op === "Add" ? this.#maker(this.#withNumber(plus)?.[1] ?? "") : undefined;
      const [shift] = (plus && this.#withNumber(plus)) ?? [];
      const [scale, x] = (times?.op === "Mul" ? this.#withNumber(times) : null) ?? [];
      const weights = this.#tensors.get(conv.inputs[1]!);
      const bias = this.#tensors.get(conv.inputs[2] ?? "");
      if (!plus || !times || shift === undefined || !scale || x === undefined || !weights || !bias) continue;
      if (this.#takers(plus.outputs[0]!).length !== 1 || this.#takers(times.outputs[0]!).length !== 1) continue;
      const borders = wholeNumbers(conv, "pads").some((pad) => pad !== 0);
      const size = weights.values.length / weights.dims[0]!;
      const shifted = bias.values.map(
        (value, k) =>
          value + shift * weights.values.subarray(k * size, (k + 1) * size).reduce((sum, one) => sum + one, 0),
      );
      const before = borders ? this.#name() : x;
      const inputs = [
        before,
        this.#keep({ dims: weights.dims, values: weights.values.map((value) => value * scale) }),
        borders ? conv.inputs[2]! : this.#keep({ dims: bias.dims, values: shifted }),
      ];
      if (borders) {
        const by = this.#keep({ dims: [1], values: Float32Array.of(shift / scale) });
        this.#replace(plus, [{ op: "Add", inputs: [x, by], outputs: [before], attributes: [] }]);
      } else this.#drop(plus);
      this.#drop(times);
      this.#replace(conv, [{ ...conv, inputs }]);
    }
  }

  /** The one number of a step of two inputs, and its other input. */
  #withNumber({ inputs }: OnnxNode): [number: number, other: string] | null {
    const [a, b] = [this.#number(inputs[0]), this.#number(inputs[1])];
    if (b !== null) return [b, inputs[0]!];
    return a === null ? null : [a, inputs[1]!];
  }

  #number(name: string | undefined): number | null {
    const values = this.#tensors.get(name ?? "")?.values;
    return values?.length === 1 ? values[0]! : null;
  }

  #maker(name: string): OnnxNode | undefined {
    return this.#nodes.find(({ outputs }) => outputs.includes(name));
  }

  #takers(name: string): OnnxNode[] {
    return this.#nodes.filter(({ inputs }) => inputs.includes(name));
  }

  #name(): string {
    return `folded.${this.#fresh++}`;
  }

  #keep(tensor: OnnxTensor): string {
    const name = this.#name();
    this.#tensors.set(name, tensor);
    return name;
  }

  #drop(node: OnnxNode): void {
    this.#nodes = this.#nodes.filter((one) => one !== node);
  }

  #replace(node: OnnxNode, by: readonly OnnxNode[]): void {
    this.#nodes = this.#nodes.flatMap((one) => (one === node ? by : [one]));
  }

  #rename(from: string, to: string): void {
    this.#nodes = this.#nodes.map((node) =>
      node.inputs.includes(from) ? { ...node, inputs: node.inputs.map((name) => (name === from ? to : name)) } : node,
    );
  }
}
