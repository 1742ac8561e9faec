// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The functions on sockets and addresses that systems have in common, from where each keeps them.

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif
