import { safeStorage } from 'electron'
import { plainStore, type SecretStore } from '../configuration/secrets.ts'

/** Secrets under the system's keychain; where the system has none to speak of, that is said in words. */
export function createKeychainStore(): SecretStore {
  if (!safeStorage.isEncryptionAvailable()) return plainStore
  const weak = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  return {
    name: weak ? 'basic-text' : 'keychain',
    inWords: weak
      ? 'In a file that only your user may read. It is scrambled with a key that is no secret, because this desktop offers no keyring.'
      : 'Encrypted under your system’s keychain.',
    encrypt: (text) => safeStorage.encryptString(text).toString('base64'),
    decrypt: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  }
}
