import type { PublishedModel } from '../../../models/published-model.ts'

/** Whisper base, multilingual, int8, as it is bundled (resources/models/README.md tells how it was made). */
export const WHISPER_MODEL: PublishedModel = {
  name: 'whisper-base',
  hub: 'https://huggingface.co/Xenova/whisper-base/resolve/main/',
  setting: 'voice.models',
  files: [
    {
      path: 'tokenizer_config.json',
      bytes: 283,
      sha256: 'd8c3ef873908a837b12303b1c472f39fb91df4941c566e26f474f5e5166d0faa',
    },
    {
      path: 'preprocessor_config.json',
      bytes: 302,
      sha256: '4ee6e479d080b98f134939a220cdb4576c06f82ff77488d68458769afaf5bf86',
    },
    {
      path: 'config.json',
      bytes: 1_095,
      sha256: '78af6ed08a0a6b642a43b142c6cf1e42a66bcd4b52fe4eb653b0bdb3ca9842a6',
    },
    {
      path: 'generation_config.json',
      bytes: 3_261,
      sha256: 'ae2862320d37b1fe270bc0ada081ae42c322eacf96bfec37f3f1ec71e615a119',
    },
    {
      path: 'tokenizer.json',
      bytes: 1_621_301,
      sha256: 'b24f40ad0e95dc4e6699446542a5908b8b2ea17c082336470ffa493084b5ed3c',
    },
    {
      path: 'onnx/encoder_model_quantized.onnx',
      bytes: 23_145_440,
      sha256: '763747555fdf6fa9f49d3da281c154fdd07a42801d0cde92d26f9141e59e8586',
    },
    {
      path: 'onnx/decoder_model_merged_quantized.onnx',
      bytes: 52_781_630,
      sha256: '7084a515647f150b78585d7dfeca96627e2bfe88862a8b989f7600e5f12d87ac',
    },
  ],
}
