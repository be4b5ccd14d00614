import { safeStorage } from 'electron'
import { plainStore, type SecretStore } from '../configuration/secrets.ts'

/**
 * The system's keychain where there is one. On Linux without one Chromium falls back to a fixed password, which keeps
 * nobody out: that is not called encryption here. Must be called when the application is ready.
 */
export function keychainStore(): SecretStore {
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system'
  if (!safeStorage.isEncryptionAvailable() || backend === 'basic_text' || backend === 'unknown') {
    return {
      ...plainStore,
      inWords:
        'In a file that only your user may read, without encryption: this desktop has no keychain (Chromium would ' +
        'use a fixed password, its weak fallback "basic_text"). GNOME Keyring or KWallet would give it one.',
    }
  }
  return {
    name: 'keychain',
    inWords: `Encrypted under ${KEYCHAINS[backend] ?? "the system's keychain"}.`,
    encrypt: (text) => safeStorage.encryptString(text).toString('base64'),
    decrypt: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  }
}

const KEYCHAINS: Readonly<Record<string, string>> = {
  gnome_libsecret: 'the GNOME keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
}
