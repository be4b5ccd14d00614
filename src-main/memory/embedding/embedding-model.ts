import type { PublishedModel } from '../../models/published-model.ts'

/** The embedding model as it is bundled (resources/models/SHA256SUMS). */
export const EMBEDDING_MODEL: PublishedModel = {
  name: 'all-minilm-l6-v2',
  hub: 'https://huggingface.co/Xenova/all-MiniLM-L6-v2/resolve/main/',
  setting: 'memory.models',
  files: [
    {
      path: 'config.json',
      bytes: 612,
      sha256: '953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41',
    },
    {
      path: 'tokenizer.json',
      bytes: 466_247,
      sha256: 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
    },
    {
      path: 'tokenizer_config.json',
      bytes: 350,
      sha256: 'acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b',
    },
    {
      path: 'onnx/model_quantized.onnx',
      bytes: 22_947_555,
      sha256: 'caecb6eee37e34078a40bb7a737abf76c12df601cc59ccf74a5fe454c8e8da7e',
    },
  ],
}
