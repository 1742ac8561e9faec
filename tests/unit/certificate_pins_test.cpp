// SPDX-License-Identifier: Apache-2.0
#include "curl/certificate_pins.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

const std::string digits = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

TEST(Fingerprint, Reads64HexDigits) {
  const auto fingerprint = parse_fingerprint(digits);

  ASSERT_TRUE(fingerprint);
  EXPECT_EQ((*fingerprint)[0], 0x00);
  EXPECT_EQ((*fingerprint)[10], 0xaa);
  EXPECT_EQ((*fingerprint)[31], 0xff);
}

TEST(Fingerprint, DoesNotMindColonsSpacesAndCase) {
  std::string written;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    written += digits.substr(i, 2) + (i % 4 == 0 ? ":" : " ");
  }
  for (char& c : written) {
    if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
  }

  EXPECT_EQ(parse_fingerprint(written), parse_fingerprint(digits));
}

TEST(Fingerprint, DoesNotMindWhatStandsAroundIt) {
  EXPECT_EQ(parse_fingerprint("\"" + digits + "\"\r\n"), parse_fingerprint(digits));
  EXPECT_TRUE(parse_fingerprint(digits));
}

TEST(Fingerprint, RefusesAnyOtherText) {
  for (const std::string& text :
       {std::string(), digits.substr(1), digits + "0", "g" + digits.substr(1), digits.substr(0, 40),
        "sha256//" + digits}) {
    EXPECT_FALSE(parse_fingerprint(text)) << text;
  }
}

TEST(CertificatePins, RefuseATextThatIsNoFingerprint) {
  EXPECT_THROW(CertificatePins({digits, "abc"}), std::invalid_argument);
}

TEST(CertificatePins, HoldNothingThatIsNoCertificate) {
  const CertificatePins pins({digits});

  EXPECT_FALSE(pins.hold(""));
  EXPECT_FALSE(pins.hold("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
}

TEST(CertificatePins, AskNobodyForThePasswordOfAnEncryptedCertificate) {
  const CertificatePins pins({digits});

  testing::internal::CaptureStderr();
  const bool held = pins.hold(
      "-----BEGIN CERTIFICATE-----\n"
      "Proc-Type: 4,ENCRYPTED\n"
      "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n"
      "\n"
      "AAAA\n"
      "-----END CERTIFICATE-----\n");
  const std::string asked = testing::internal::GetCapturedStderr();

  EXPECT_FALSE(held);
  EXPECT_EQ(asked, "");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
