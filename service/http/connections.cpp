#include "service/http/connections.h"

#include <sys/epoll.h>
#include <unistd.h>

namespace parapet::service {

Connections::~Connections() {
    while (!order_.empty()) close_locked(*slots_[static_cast<std::size_t>(order_.front())]);
}

void Connections::add(int socket, Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    if (order_.size() >= limits_.connections && !shed_locked(nullptr, false)) {
        ::close(socket);  // every other one is inside a request: the newcomer has to come again
        return;
    }
    const auto number = static_cast<std::size_t>(socket);
    if (slots_.size() <= number) slots_.resize(number + 1);
    const auto place = order_.insert(order_.end(), socket);
    slots_[number] = std::make_unique<Slot>(
        Slot{Connection(socket, limits_, now), ++generation_, Held::waiting, 0, place});
    arm(*slots_[number], EPOLL_CTL_ADD, false);
}

Connection* Connections::claim(Token token) {
    const std::lock_guard lock(mutex_);
    const auto number = static_cast<std::size_t>(token & 0xffffffffU);
    if (number >= slots_.size() || slots_[number] == nullptr) return nullptr;
    Slot& slot = *slots_[number];
    if (slot.generation != token >> 32U || slot.held == Held::claimed) return nullptr;
    slot.held = Held::claimed;
    return &slot.connection;
}

Connections::Token Connections::token(const Connection& connection) {
    const std::lock_guard lock(mutex_);
    const auto number = static_cast<std::uint32_t>(connection.socket());
    return (static_cast<Token>(slots_[number]->generation) << 32U) | number;
}

void Connections::wait(Connection& connection, bool to_write) {
    const std::lock_guard lock(mutex_);
    Slot& slot = *slots_[static_cast<std::size_t>(connection.socket())];
    slot.held = Held::waiting;
    // An answered one begins to wait anew, behind the others.
    if (connection.idle()) order_.splice(order_.end(), order_, slot.place);
    settle(slot);
    // Inside the lock: armed before it is given back, its event would find it claimed and be lost.
    arm(slot, EPOLL_CTL_MOD, to_write);
}

void Connections::park(Connection& connection) {
    const std::lock_guard lock(mutex_);
    Slot& slot = *slots_[static_cast<std::size_t>(connection.socket())];
    slot.held = Held::parked;
    settle(slot);
}

void Connections::close(Connection& connection) {
    const std::lock_guard lock(mutex_);
    close_locked(*slots_[static_cast<std::size_t>(connection.socket())]);
}

void Connections::expire(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    for (auto at = order_.begin(); at != order_.end();) {
        Slot& slot = *slots_[static_cast<std::size_t>(*at++)];
        if (slot.held == Held::waiting && slot.connection.deadline() < now) close_locked(slot);
    }
}

void Connections::close_unanswered() {
    const std::lock_guard lock(mutex_);
    for (auto at = order_.begin(); at != order_.end();) {
        Slot& slot = *slots_[static_cast<std::size_t>(*at++)];
        if (slot.held != Held::claimed && !slot.connection.sending()) close_locked(slot);
    }
}

bool Connections::shed() {
    const std::lock_guard lock(mutex_);
    return shed_locked(nullptr, false);
}

std::size_t Connections::count() const {
    const std::lock_guard lock(mutex_);
    return order_.size();
}

void Connections::arm(const Slot& slot, int operation, bool to_write) const {
    epoll_event event{};
    event.events = (to_write ? EPOLLOUT : EPOLLIN) | EPOLLONESHOT;
    const auto number = static_cast<std::uint32_t>(slot.connection.socket());
    event.data.u64 = (static_cast<Token>(slot.generation) << 32U) | number;
    INVARIANT(::epoll_ctl(epoll_, operation, slot.connection.socket(), &event) == 0);
}

void Connections::settle(Slot& slot) {
    const std::size_t now = slot.connection.held();
    held_octets_ = held_octets_ - slot.octets + now;
    slot.octets = now;
    while (held_octets_ > limits_.held_octets && shed_locked(&slot, true)) {
    }
}

bool Connections::shed_locked(const Slot* spared, bool with_octets) {
    // First who has not got an answer yet; who is reading one only when there is nobody else.
    for (const bool also_sending : {false, true}) {
        for (const int socket : order_) {
            Slot& slot = *slots_[static_cast<std::size_t>(socket)];
            if (&slot == spared || slot.held == Held::claimed) continue;
            if (slot.connection.sending() && !also_sending) continue;
            if (with_octets && slot.octets == 0) continue;
            close_locked(slot);
            return true;
        }
    }
    return false;
}

void Connections::close_locked(Slot& slot) {
    const int socket = slot.connection.socket();
    held_octets_ -= slot.octets;
    order_.erase(slot.place);
    slots_[static_cast<std::size_t>(socket)].reset();
    ::close(socket);  // takes it out of the epoll set as well
}

}  // namespace parapet::service
