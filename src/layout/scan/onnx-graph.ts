import { append } from "../../lib/long-lists.ts";

/** One field of a protocol buffer message as it stands: its number, its kind of encoding, its bytes or number. */
type Field =
  | { readonly number: number; readonly wire: 2; readonly bytes: Uint8Array }
  | { readonly number: number; readonly wire: 0; readonly value: bigint }
  | { readonly number: number; readonly wire: 1 | 5; readonly bytes: Uint8Array };

/** One step of a network: what it computes of what. Attributes are kept as stored, readable by name where they are lists of whole numbers. */
export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly Uint8Array[];
}

/** Constant numbers of a network. */
export interface OnnxTensor {
  readonly dims: readonly number[];
  readonly values: Float32Array;
}

/** A network (ONNX `ModelProto`) taken apart: its steps in order and its constants of 32-bit floats; everything else as it was stored. */
export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly tensors: ReadonlyMap<string, OnnxTensor>;
  readonly rest: readonly Uint8Array[];
  readonly around: readonly Uint8Array[];
}

const [GRAPH, NODE] = [7, 1];
const [INPUT, OUTPUT, OP, ATTRIBUTE] = [1, 2, 4, 5];
const [ATTRIBUTE_NAME, ATTRIBUTE_TENSOR, ATTRIBUTE_INTS] = [1, 5, 8];
const [DIMS, TYPE, RAW] = [1, 2, 9];
const FLOAT = 1n;
/** `AttributeProto.type` of a tensor and of a float. */
const [IS_FLOAT, IS_TENSOR] = [1n, 4n];

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Takes a model apart. Throws RangeError where it is no protocol buffer. */
export function readOnnx(model: Uint8Array): OnnxGraph {
  const around: Uint8Array[] = [];
  const rest: Uint8Array[] = [];
  const nodes: OnnxNode[] = [];
  const tensors = new Map<string, OnnxTensor>();
  for (const field of fieldsOf(model)) {
    if (field.number !== GRAPH || field.wire !== 2) {
      around.push(encoded(field));
      continue;
    }
    for (const part of fieldsOf(field.bytes)) {
      if (part.number !== NODE || part.wire !== 2) {
        rest.push(encoded(part));
        continue;
      }
      const node = nodeOf(part.bytes);
      const tensor = node.op === "Constant" ? constantOf(node) : null;
      if (tensor) tensors.set(node.outputs[0]!, tensor);
      else nodes.push(node);
    }
  }
  return { nodes, tensors, rest, around };
}

/** Puts a model together again; constants nothing takes are left out. */
export function writeOnnx({ nodes, tensors, rest, around }: OnnxGraph): Uint8Array {
  const taken = new Set(nodes.flatMap(({ inputs }) => inputs));
  const parts = [...tensors]
    .filter(([name]) => taken.has(name))
    .map(([name, tensor]) => block(NODE, constant(name, tensor)));
  for (const node of nodes) parts.push(block(NODE, nodeBytes(node)));
  return joined([...around, block(GRAPH, joined([...parts, ...rest]))]);
}

/** A list of whole numbers among a step's attributes; empty where it has none of that name. */
export function wholeNumbers(node: OnnxNode, name: string): number[] {
  for (const attribute of node.attributes) {
    const fields = [...fieldsOf(attribute)];
    if (
      !fields.some(
        (field) => field.number === ATTRIBUTE_NAME && "bytes" in field && decoder.decode(field.bytes) === name,
      )
    )
      continue;
    return fields.flatMap((field) => {
      if (field.number !== ATTRIBUTE_INTS) return [];
      return field.wire === 0 ? [Number(field.value)] : [...packed((field as { bytes: Uint8Array }).bytes)];
    });
  }
  return [];
}

/** A float among the attributes of a step to be written. */
export function floatAttribute(name: string, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return joined([
    block(ATTRIBUTE_NAME, encoder.encode(name)),
    encoded({ number: 2, wire: 5, bytes }),
    encoded({ number: 20, wire: 0, value: IS_FLOAT }),
  ]);
}

function nodeOf(bytes: Uint8Array): OnnxNode {
  const fields = [...fieldsOf(bytes)];
  const all = (number: number): Uint8Array[] =>
    fields.flatMap((field) => (field.number === number && "bytes" in field ? [field.bytes] : []));
  return {
    op: decoder.decode(all(OP)[0]),
    inputs: all(INPUT).map((one) => decoder.decode(one)),
    outputs: all(OUTPUT).map((one) => decoder.decode(one)),
    attributes: all(ATTRIBUTE),
  };
}

/** The numbers of a constant; null where they are no 32-bit floats. */
function constantOf({ attributes }: OnnxNode): OnnxTensor | null {
  for (const field of fieldsOf(attributes[0] ?? new Uint8Array())) {
    if (field.number !== ATTRIBUTE_TENSOR || field.wire !== 2) continue;
    const dims: number[] = [];
    let raw: Uint8Array | null = null;
    let float = false;
    for (const part of fieldsOf(field.bytes)) {
      if (part.number === DIMS) append(dims, part.wire === 0 ? [Number(part.value)] : packed(part.bytes));
      if (part.number === TYPE && part.wire === 0) float = part.value === FLOAT;
      if (part.number === RAW && part.wire === 2) raw = part.bytes;
    }
    if (!float || !raw || raw.length % 4 !== 0) return null;
    return { dims, values: new Float32Array(new Uint8Array(raw).buffer) };
  }
  return null;
}

function constant(name: string, { dims, values }: OnnxTensor): Uint8Array {
  const tensor = joined([
    ...dims.map((dim) => encoded({ number: DIMS, wire: 0, value: BigInt(dim) })),
    encoded({ number: TYPE, wire: 0, value: FLOAT }),
    block(RAW, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ]);
  const value = joined([
    block(ATTRIBUTE_NAME, encoder.encode("value")),
    block(ATTRIBUTE_TENSOR, tensor),
    encoded({ number: 20, wire: 0, value: IS_TENSOR }),
  ]);
  return nodeBytes({ op: "Constant", inputs: [], outputs: [name], attributes: [value] });
}

const nodeBytes = ({ op, inputs, outputs, attributes }: OnnxNode): Uint8Array =>
  joined([
    ...inputs.map((name) => block(INPUT, encoder.encode(name))),
    ...outputs.map((name) => block(OUTPUT, encoder.encode(name))),
    block(OP, encoder.encode(op)),
    ...attributes.map((attribute) => block(ATTRIBUTE, attribute)),
  ]);

function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  let at = 0;
  const whole = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (at >= bytes.length) throw new RangeError("the model ends in the middle");
      const byte = bytes[at++]!;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = Number(whole());
    const [number, wire] = [tag >> 3, tag & 7];
    if (wire === 0) {
      yield { number, wire, value: whole() };
      continue;
    }
    if (wire !== 1 && wire !== 2 && wire !== 5) throw new RangeError("no protocol buffer");
    const length = wire === 2 ? Number(whole()) : wire === 1 ? 8 : 4;
    if (at + length > bytes.length) throw new RangeError("the model ends in the middle");
    yield { number, wire, bytes: bytes.subarray(at, at + length) };
    at += length;
  }
}

function packed(bytes: Uint8Array): number[] {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) break;
    }
    out.push(value);
  }
  return out;
}

function varint(value: bigint): Uint8Array {
  const out: number[] = [];
  let left = BigInt.asUintN(64, value);
  for (; left > 127n; left >>= 7n) out.push(Number(left & 127n) | 128);
  out.push(Number(left));
  return Uint8Array.from(out);
}

function encoded(field: Field): Uint8Array {
  const tag = varint(BigInt(field.number * 8 + field.wire));
  if (field.wire === 0) return joined([tag, varint(field.value)]);
  return field.wire === 2 ? joined([tag, varint(BigInt(field.bytes.length)), field.bytes]) : joined([tag, field.bytes]);
}

const block = (number: number, bytes: Uint8Array): Uint8Array => encoded({ number, wire: 2, bytes });

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
